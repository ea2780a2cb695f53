package health.sojourn.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Walks every route a service answers on. A {@code @QuarkusTest} extends this; the decisions, one
 * line a route, are in {@code src/test/resources/routes.txt}. A route that is not there, or that
 * lets in others than it says, fails.
 */
public abstract class RouteRules {
  private static final Path DECISIONS = Path.of("src/test/resources/routes.txt");
  private static final String HEADING =
      """
      # Who may call what. A test compares this with every route there is, and calls each of them without a token and with
      # one that has no role.
      """;

  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  static final String EVERYBODY = "everybody";
  static final String SIGNED_IN = "signed-in";
  private static final String NOBODY = "nobody";
  private static final String UNDECIDED = "UNDECIDED";

  /** Told by the framework to whoever asks; it is the routes below that count. */
  private static final Set<String> FRAMEWORK = Set.of("/", "/*");

  /**
   * @param who everybody, signed-in, nobody, UNDECIDED, or roles
   */
  record Endpoint(String method, String path, String who) {
    String line() {
      return "%-7s %-64s %s".formatted(method, path, who);
    }

    /** With something in each place of the template. */
    String address() {
      return path.replaceAll("\\{[^}]*}", "01a205a3-300c-78e2-bdc1-6b9820945962")
          .replace("*", "something");
    }
  }

  @Inject Router router;

  @Test
  void everyRouteIsDecidedUpon() {
    List<Endpoint> endpoints = endpoints();
    assertEquals(
        List.of(),
        endpoints.stream().filter(each -> each.who().equals(UNDECIDED)).toList(),
        "these routes have no authorization annotation");
    Committed.mustBe(
        DECISIONS,
        endpoints.stream().map(Endpoint::line).collect(Collectors.joining("\n", HEADING, "\n")));
  }

  @Test
  protected void everyRouteKeepsOutWhoeverItSays() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Endpoint endpoint : endpoints()) {
      int anonymous = status(endpoint, null);
      int roleless = status(endpoint, Tokens.withRoles());
      boolean asDecided =
          switch (endpoint.who()) {
            case EVERYBODY -> isOpen(anonymous) && isOpen(roleless);
            case SIGNED_IN -> anonymous == 401 && isOpen(roleless);
            default -> anonymous == 401 && roleless == 403;
          };
      if (!asDecided) {
        wrong.add(
            endpoint.line() + " answered " + anonymous + " without a token, " + roleless + " with");
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static boolean isOpen(int status) {
    return status != 401 && status != 403 && status < 500;
  }

  private static int status(Endpoint endpoint, String token) {
    return status(endpoint.method(), endpoint.address(), "{}", token);
  }

  static int status(String method, String address, String json, String token) {
    int status = status(method, address, "application/json", json, token);
    // The framework looks at the media type before the caller.
    return status == 415
        ? status(method, address, "application/x-www-form-urlencoded", "", token)
        : status;
  }

  static int status(String verb, String address, String type, String body, String token) {
    RequestSpecification request = RestAssured.given().redirects().follow(false);
    if (token != null) {
      request.auth().oauth2(token);
    }
    String method = verb.equals("*") ? "GET" : verb;
    if (WITH_BODY.contains(method)) {
      request.contentType(type);
      if (type.endsWith("octet-stream")) {
        request.body(body.getBytes(StandardCharsets.UTF_8));
      } else {
        request.body(body);
      }
    }
    return request.request(method, address).statusCode();
  }

  List<Endpoint> endpoints() {
    List<Endpoint> all = new ArrayList<>(resources());
    all.addAll(otherRoutes());
    all.sort(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method));
    return all;
  }

  /** JAX-RS, of the service and of the libraries it uses. */
  private static List<Endpoint> resources() {
    List<Endpoint> found = new ArrayList<>();
    for (JavaClass resource :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("health.sojourn")) {
      Optional<String> base = value(resource, "jakarta.ws.rs.Path");
      if (base.isEmpty() || resource.isInterface()) {
        continue;
      }
      for (JavaMethod method : resource.getMethods()) {
        for (JavaAnnotation<?> annotation : method.getAnnotations()) {
          value(annotation.getRawType(), "jakarta.ws.rs.HttpMethod")
              .ifPresent(
                  verb ->
                      found.add(
                          new Endpoint(
                              verb,
                              join(base.get(), value(method, "jakarta.ws.rs.Path").orElse("")),
                              who(method).or(() -> who(resource)).orElse(UNDECIDED))));
        }
      }
    }
    return found;
  }

  private static Optional<String> who(CanBeAnnotated element) {
    if (element.isAnnotatedWith("jakarta.annotation.security.PermitAll")) {
      return Optional.of(EVERYBODY);
    }
    if (element.isAnnotatedWith("io.quarkus.security.Authenticated")) {
      return Optional.of(SIGNED_IN);
    }
    if (element.isAnnotatedWith("jakarta.annotation.security.DenyAll")) {
      return Optional.of(NOBODY);
    }
    return annotation(element, "jakarta.annotation.security.RolesAllowed")
        .flatMap(roles -> roles.get("value"))
        .map(roles -> String.join(", ", new TreeSet<>(List.of((String[]) roles))));
  }

  /** Straight on the router. They have no annotations: who adds one stands by its line. */
  private Set<Endpoint> otherRoutes() {
    Set<Endpoint> found = new TreeSet<>(Comparator.comparing(Endpoint::line));
    for (Route route : router.getRoutes()) {
      String path = route.getPath();
      if (path == null || FRAMEWORK.contains(path)) {
        continue;
      }
      Set<HttpMethod> methods = route.methods();
      if (methods == null || methods.isEmpty()) {
        found.add(new Endpoint("*", path, EVERYBODY));
      } else {
        methods.forEach(method -> found.add(new Endpoint(method.name(), path, EVERYBODY)));
      }
    }
    return found;
  }

  private static String join(String base, String path) {
    String joined = ("/" + base + "/" + path).replaceAll("/+", "/");
    return joined.length() > 1 && joined.endsWith("/")
        ? joined.substring(0, joined.length() - 1)
        : joined;
  }

  private static Optional<String> value(CanBeAnnotated element, String annotation) {
    return annotation(element, annotation)
        .flatMap(found -> found.get("value"))
        .map(String.class::cast);
  }

  private static Optional<? extends JavaAnnotation<?>> annotation(
      CanBeAnnotated element, String name) {
    if (element instanceof JavaClass type) {
      return type.tryGetAnnotationOfType(name);
    }
    return ((JavaMethod) element).tryGetAnnotationOfType(name);
  }
}
