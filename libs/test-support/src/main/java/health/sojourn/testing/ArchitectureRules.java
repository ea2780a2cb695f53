package health.sojourn.testing;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * What holds in every service, whoever writes it. A service's test extends this and names its base
 * package; the libraries on its class path are held to the rules for libraries.
 */
public abstract class ArchitectureRules {
  private static final String[] SERVICES = {
    "health.sojourn.content..",
    "health.sojourn.provider..",
    "health.sojourn.inquiry..",
    "health.sojourn.gateway.."
  };
  private static final String[] LIBRARIES = {
    "health.sojourn.messaging..",
    "health.sojourn.tasks..",
    "health.sojourn.http..",
    "health.sojourn.web..",
    "health.sojourn.defaults..",
    "health.sojourn.money..",
    "health.sojourn.claims.."
  };

  /** By name: not every module has JPA or REST on its class path. */
  private static final String ENTITY = "jakarta.persistence.Entity";

  private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";

  /** Asks others instead of answering. */
  private static final String REST_CLIENT =
      "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

  private final String base;
  private final JavaClasses service;

  /**
   * @param base the service's package, such as {@code health.sojourn.content}
   */
  protected ArchitectureRules(String base) {
    this.base = base;
    this.service = production().importPackages(base);
  }

  @Test
  void everyEndpointSaysWhoMayCallIt() {
    methods()
        .that(answerRequests())
        .should(
            beAnnotatedWith("jakarta.annotation.security.PermitAll")
                .or(beAnnotatedWith("jakarta.annotation.security.RolesAllowed"))
                .or(beAnnotatedWith("jakarta.annotation.security.DenyAll"))
                .or(beAnnotatedWith("io.quarkus.security.Authenticated")))
        .allowEmptyShould(true)
        .check(service);
  }

  @Test
  void noEntityLeavesTheService() {
    noMethods()
        .that(answerRequests())
        .should()
        .haveRawReturnType(annotated(ENTITY))
        .allowEmptyShould(true)
        .check(service);
  }

  @Test
  void featuresHaveNoCircles() {
    slices()
        .matching(base + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(service);
  }

  @Test
  void packagesAreFeaturesNotLayers() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..service..", "..dto..", "..impl..", "..util..", "..utils..", "..common..")
        .check(service);
  }

  @Test
  void timeIsInjected() {
    noClasses()
        .should()
        .callMethodWhere(readsTheSystemClock())
        .because("a test must be able to set the clock: inject java.time.Clock")
        .check(service);
  }

  @Test
  void librariesHoldNoEntityAndKnowNoService() {
    JavaClasses everything = production().importPackages("health.sojourn");
    noClasses()
        .that()
        .resideInAnyPackage(LIBRARIES)
        .should()
        .beAnnotatedWith(ENTITY)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(SERVICES)
        .check(everything);
  }

  private static ClassFileImporter production() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(location -> !location.contains("/testing/"));
  }

  private static DescribedPredicate<JavaMethod> answerRequests() {
    return DescribedPredicate.describe(
        "answer requests",
        method ->
            !method.getOwner().isAnnotatedWith(REST_CLIENT)
                && method.getAnnotations().stream()
                    .anyMatch(a -> a.getRawType().isAnnotatedWith(HTTP_METHOD)));
  }

  private static DescribedPredicate<JavaClass> annotated(String annotation) {
    return DescribedPredicate.describe(
        "annotated with " + annotation, type -> type.isAnnotatedWith(annotation));
  }

  private static DescribedPredicate<JavaCall<?>> readsTheSystemClock() {
    DescribedPredicate<JavaCall<?>> now =
        DescribedPredicate.describe(
            "reads the system clock",
            call ->
                call.getName().equals("now")
                    && call.getTargetOwner().getPackageName().equals("java.time")
                    && call.getTarget().getRawParameterTypes().isEmpty());
    DescribedPredicate<JavaCall<?>> millis =
        target(name("currentTimeMillis")).and(target(owner(name("java.lang.System")))).forSubtype();
    return now.or(millis);
  }
}
