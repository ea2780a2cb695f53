package health.sojourn.provider;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import health.sojourn.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ProviderArchitectureTest extends ArchitectureRules {
  ProviderArchitectureTest() {
    super("health.sojourn.provider");
  }

  @Test
  void whatRanksClinicsHasNoWayToCommissions() {
    noClasses()
        .that()
        .resideInAPackage("health.sojourn.provider.search..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("health.sojourn.provider.commission..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("health.sojourn.provider"));
  }
}
