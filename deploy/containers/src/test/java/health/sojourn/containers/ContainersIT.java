package health.sojourn.containers;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.local.Platform;
import health.sojourn.local.Ports;
import health.sojourn.local.Settings;
import io.restassured.specification.RequestSpecification;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The services as their containers run them, without containers: the directory the Dockerfile
 * makes, its command line, and exactly the environment that docker-compose gives. The servers are
 * those of {@code deploy/local}. Only addresses are replaced, a container's name and port by
 * loopback and a free port; see {@link Addresses}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainersIT {
  private static final Path HOME = Path.of("target/platform").toAbsolutePath();
  private static final String INQUIRY =
      """
      {"therapy":"allogeneic-msc-knee",
       "patient":{"givenName":"Demo","familyName":"Patient","email":"container@example.org",
         "country":"DE","language":"en","birthYear":1961},
       "condition":{"joint":"KNEE","side":"LEFT","kellgrenLawrence":3,"painNow":6},
       "wishes":{"countries":["CO"],"languages":["en"]},
       "consents":[{"purpose":"CONTACT","textVersion":"2026-11"},
         {"purpose":"SHARE_HEALTH_DATA_WITH_CLINICS","textVersion":"2026-11","countries":["CO"]}],
       "disclosures":[{"kind":"COMMISSION","textVersion":"2026-11"},
         {"kind":"UNPROVEN_THERAPY","textVersion":"2026-11"},
         {"kind":"NO_LEGAL_BASIS","textVersion":"2026-11","countries":["CO"]}]}
      """;

  private final Map<String, String> variables = Compose.newEnvironment();
  private final Compose compose = Compose.of("docker-compose.yml", variables);
  private final Map<String, Process> processes = new TreeMap<>();
  private Platform servers;
  private Addresses addresses;

  @BeforeAll
  void start() throws Exception {
    Checkout.requireTool("psql");
    forgetThePreviousRun();
    // The launcher's servers know the containers' secrets.
    Path secrets =
        Files.createDirectories(
            HOME.resolve("secrets"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(secrets.resolve("gateway-client"), variables.get("SOJOURN_GATEWAY_SECRET"));
    Files.writeString(secrets.resolve("people-client"), variables.get("SOJOURN_PEOPLE_SECRET"));
    Files.writeString(secrets.resolve("postgres"), variables.get("SOJOURN_POSTGRES_PASSWORD"));
    servers =
        Platform.withoutServices(Settings.forTests(HOME), (part, state, detail) -> {}).start();
    addresses = new Addresses(servers.settings().ports());
    for (int run = 0; run < 2; run++) {
      Mounted.run(
          compose,
          "databases",
          addresses.here("databases", compose.environment("databases")),
          HOME.resolve("mounted"));
    }
    for (String service : Platform.SERVICES) {
      processes.put(service, start(service));
    }
  }

  @AfterAll
  void stop() throws InterruptedException {
    for (Process process : processes.values()) {
      process.destroy();
      process.waitFor();
    }
    if (servers != null) {
      servers.close();
    }
  }

  @Test
  void theHealthChecksAgreeAndAnInquiryReachesAClinic() throws Exception {
    for (String service : compose.services()) {
      if (!compose.healthCheck(service).isEmpty()) {
        await()
            .alias(service)
            .atMost(Duration.ofSeconds(120))
            .pollInterval(Duration.ofSeconds(1))
            .until(() -> isHealthy(service));
      }
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> anonymous().get("/clinics").then().extract().asString().contains("demo-bogota"));
    anonymous().get("/therapies/allogeneic-msc-knee").then().statusCode(200);

    String id =
        anonymous()
            .contentType("application/json")
            .body(INQUIRY)
            .post("/api/v1/inquiries")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String facilitator = token("demo-facilitator");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                !anonymous()
                    .auth()
                    .oauth2(facilitator)
                    .get("/api/v1/leads?inquiry=" + id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("items")
                    .isEmpty());

    String signIn =
        anonymous()
            .redirects()
            .follow(false)
            .get("/signin?return=/desk")
            .then()
            .statusCode(302)
            .extract()
            .header("Location");
    String form = URI.create(servers.url() + "/").resolve(signIn).toString();
    assertTrue(form.startsWith(servers.url() + "/auth/realms/sojourn/"), form);
    String page = given().urlEncodingEnabled(false).get(form).then().extract().asString();
    assertTrue(page.contains("kc-form-login"), page);
  }

  @Test
  void aWrongPasswordOpensNoDatabase() throws Exception {
    Map<String, String> wrong = addresses.here("databases", compose.environment("databases"));
    wrong.put("PGPASSWORD", variables.get("SOJOURN_CONTENT_DB_PASSWORD"));
    wrong.put("PGUSER", "content");
    assertEquals(0, psql(wrong, "content"), "its own, with its own password");
    assertEquals(2, psql(wrong, "inquiry"), "not another's");
    wrong.put("PGPASSWORD", variables.get("SOJOURN_INQUIRY_DB_PASSWORD"));
    assertEquals(2, psql(wrong, "content"), "not with another's");
  }

  private Process start(String service) throws IOException {
    Image image = new Image(service);
    Path directory = image.build(HOME.resolve("images").resolve(service));
    List<String> command = new ArrayList<>(image.command());
    assertEquals("java", command.get(0));
    command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(HOME.resolve(service + ".log").toFile());
    builder.environment().clear();
    builder.environment().putAll(image.environment());
    builder.environment().putAll(addresses.here(service, compose.environment(service)));
    return builder.start();
  }

  private boolean isHealthy(String service) throws IOException, InterruptedException {
    if (processes.containsKey(service)) {
      assertTrue(processes.get(service).isAlive(), service + " ended, see its log in " + HOME);
    }
    List<String> command =
        new ArrayList<>(addresses.healthCheck(service, compose.healthCheck(service)));
    assertEquals("CMD", command.remove(0));
    command.replaceAll(
        word ->
            word.endsWith("/healthy")
                ? Checkout.file("deploy/containers/healthy").toString()
                : word);
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private static int psql(Map<String, String> environment, String database)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("psql", "-X", "-d", database, "-c", "select 1")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    return builder.start().waitFor();
  }

  private RequestSpecification anonymous() {
    return given().baseUri(servers.url());
  }

  private String token(String user) {
    return anonymous()
        .formParam("grant_type", "password")
        .formParam("client_id", "sojourn-demo")
        .formParam("username", user)
        .formParam("password", "sojourn-demo")
        .post("/auth/realms/sojourn/protocol/openid-connect/token")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  /** Its process notes stay, so that what a killed run has left is ended. */
  private static void forgetThePreviousRun() throws IOException {
    if (!Files.isDirectory(HOME)) {
      return;
    }
    try (var tree = Files.walk(HOME)) {
      for (Path path : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
        if (!path.startsWith(HOME.resolve("run")) && !path.equals(HOME)) {
          Files.delete(path);
        }
      }
    }
  }

  /** What stands on this machine for the containers' addresses; nothing else is replaced. */
  private static final class Addresses {
    private final Map<String, Integer> ports = new TreeMap<>();
    private final Map<String, Integer> management;
    private final int gateway;

    Addresses(Ports local) {
      management = local.management();
      gateway = local.gateway();
      ports.put("postgres:5432", local.postgres());
      ports.put("kafka:9092", local.kafka());
      ports.put("keycloak:8080", local.keycloak());
      ports.put("inbox:1025", local.smtp());
      // The ports are the services' own settings: a wrong one in the compose file finds nobody.
      put("content-service", local.content());
      put("provider-service", local.provider());
      put("inquiry-service", local.inquiry());
      put("gateway", local.gateway());
      Platform.SERVICES.forEach(
          name ->
              ports.put(
                  name + ":" + KnownSettings.of(name).get("quarkus.management.port"),
                  management.get(name)));
    }

    private void put(String service, int port) {
      ports.put(service + ":" + KnownSettings.of(service).get("quarkus.http.port"), port);
    }

    Map<String, String> here(String service, Map<String, String> environment) {
      Map<String, String> here = new TreeMap<>();
      environment.forEach((name, value) -> here.put(name, replaced(value)));
      for (String name : List.copyOf(here.keySet())) {
        if (name.endsWith("PORT") && here.containsKey(hostOf(name))) {
          Integer port = ports.get(here.get(hostOf(name)) + ":" + here.get(name));
          if (port != null) {
            here.put(name, "" + port);
            here.put(hostOf(name), "127.0.0.1");
          }
        }
      }
      if (management.containsKey(service)) {
        here.put(
            "QUARKUS_HTTP_PORT",
            "" + ports.get(service + ":" + KnownSettings.of(service).get("quarkus.http.port")));
        here.put("QUARKUS_MANAGEMENT_PORT", "" + management.get(service));
      }
      return here;
    }

    /** Inside a container its own ports are on loopback. */
    List<String> healthCheck(String service, List<String> command) {
      List<String> here = new ArrayList<>(command);
      ports.forEach(
          (address, port) -> {
            if (address.startsWith(service + ":")) {
              String number = address.substring(service.length() + 1);
              here.replaceAll(word -> word.replaceAll("\\b" + number + "\\b", "" + port));
            }
          });
      return here;
    }

    private static String hostOf(String name) {
      return name.replaceAll("PORT$", "HOST");
    }

    private String replaced(String value) {
      String here =
          value
              .replace("localhost:8080", "localhost:" + gateway)
              .replace("172.30.87.0/24", "127.0.0.0/8")
              .replace("0.0.0.0", "127.0.0.1");
      for (Map.Entry<String, Integer> address : ports.entrySet()) {
        here =
            here.replaceAll(
                "(?<![a-z-])" + address.getKey() + "\\b", "127.0.0.1:" + address.getValue());
      }
      return here;
    }
  }
}
