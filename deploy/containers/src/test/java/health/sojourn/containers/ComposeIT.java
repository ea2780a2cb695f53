package health.sojourn.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.local.Platform;
import health.sojourn.local.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docker-compose.yml says is true of the services, without running them. */
class ComposeIT {
  private static final String FILE = "docker-compose.yml";
  private static final String DEMO = "deploy/containers/demo.yml";
  private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|KEY)");
  private static final long MEGABYTE = 1 << 20;

  /** For one machine the launcher says where to listen; containers have a network of their own. */
  private static final Set<String> ONLY_LAUNCHER =
      Set.of("QUARKUS_HTTP_PORT", "QUARKUS_MANAGEMENT_PORT", "SOJOURN_QUOTA_ADDRESS_PER_MINUTE");

  /** What an installation others reach needs beside what one machine needs. */
  private static final Set<String> ONLY_CONTAINERS =
      Set.of(
          "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
          "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES",
          "QUARKUS_MAILER_START_TLS",
          "QUARKUS_MAILER_USERNAME",
          "QUARKUS_MAILER_PASSWORD",
          "QUARKUS_MAILER_FROM");

  private final Map<String, String> variables = Compose.newEnvironment();
  private final Compose compose = Compose.of(FILE, variables);

  @ParameterizedTest
  @ValueSource(strings = {"content-service", "provider-service", "inquiry-service", "gateway"})
  void eachServiceReadsEachOfItsVariables(String service) {
    KnownSettings known = KnownSettings.of(service);
    assertFalse(known.reads("QUARKUS_HTTP_HOTS"), "a typo is noticed");
    assertFalse(known.reads("SOJOURN_UPSTREAM_CONTNET"), "in a key too");
    for (String variable : compose.environment(service).keySet()) {
      assertTrue(known.reads(variable), service + " does not read " + variable);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"content-service", "provider-service", "inquiry-service", "gateway"})
  void theLauncherSetsTheSameVariables(String service) {
    try (Platform launcher = launcher()) {
      Set<String> local = new TreeSet<>(launcher.environmentOf(service).keySet());
      local.removeAll(ONLY_LAUNCHER);
      Set<String> here = new TreeSet<>(compose.environment(service).keySet());
      here.addAll(new Image(service).environment().keySet());
      here.removeAll(ONLY_CONTAINERS);
      assertEquals(local, here);
    }
  }

  @Test
  void keycloakIsToldWhatTheLauncherTellsIt() {
    try (Platform launcher = launcher()) {
      Map<String, String> here = compose.environment("keycloak");
      Map<String, String> local = launcher.keycloakEnvironment();
      // It listens for others, and its console is for whoever is inside the network.
      Set<String> same = new TreeSet<>(local.keySet());
      same.removeAll(Set.of("KC_HTTP_HOST", "KC_HOSTNAME_ADMIN"));
      assertTrue(here.keySet().containsAll(same), here.keySet() + " lacks some of " + same);
      for (String name :
          List.of(
              "KC_CACHE",
              "KC_HOSTNAME_BACKCHANNEL_DYNAMIC",
              "KC_PROXY_HEADERS",
              "KC_LOG_LEVEL",
              "KC_DB_USERNAME")) {
        assertEquals(local.get(name), here.get(name));
      }
    }
    String realm = Checkout.text("deploy/keycloak/sojourn-realm.json");
    Matcher names = Pattern.compile("\\$\\{(SOJOURN_[A-Z_]+)}").matcher(realm);
    assertTrue(
        names.results().allMatch(n -> compose.environment("keycloak").containsKey(n.group(1))));
  }

  @Test
  void postgresKeepsWhatPeopleTypedOutOfItsLogAsTheLauncherDoes() {
    List<String> command = Compose.list(compose.service("postgres"), "command");
    assertEquals("postgres", command.get(0));
    Platform.postgresLogSettings()
        .forEach(
            (key, value) -> {
              int at = command.indexOf(key + "=" + value);
              assertTrue(at > 0 && command.get(at - 1).equals("-c"), key + " in " + command);
            });
  }

  @Test
  void onlyTheGatewayIsPublished() {
    for (String service : compose.services()) {
      List<String> ports = Compose.list(compose.service(service), "ports");
      assertEquals(
          service.equals("gateway")
              ? List.of("127.0.0.1:8080:" + KnownSettings.of("gateway").get("quarkus.http.port"))
              : List.of(),
          ports,
          service);
    }
    assertEquals(true, compose.network("inner").get("internal"));
    Compose demo = Compose.of(DEMO, variables);
    for (String service : demo.services()) {
      assertTrue(
          Compose.list(demo.service(service), "ports").stream()
              .allMatch(port -> port.startsWith("127.0.0.1:")),
          service);
    }
  }

  @Test
  void noSecretHasADefault() {
    Matcher variable = Compose.VARIABLE.matcher(Checkout.text(FILE));
    int secrets = 0;
    while (variable.find()) {
      if (SECRET.matcher(variable.group(1)).matches()) {
        boolean optional = ":-".equals(variable.group(2)) && variable.group(3).isEmpty();
        assertTrue(optional || ":?".equals(variable.group(2)), variable.group());
        secrets++;
      }
    }
    assertTrue(secrets > 9, "secrets found: " + secrets);
    Compose.variables(Checkout.text("deploy/containers/.env.example"))
        .forEach(
            (name, value) -> assertTrue(!SECRET.matcher(name).matches() || value.isEmpty(), name));
  }

  @Test
  void theExampleExplainsEveryVariableAndNoOther() {
    Set<String> used = Compose.variablesIn(FILE);
    Set<String> named =
        Pattern.compile("^#?([A-Z_]+)=", Pattern.MULTILINE)
            .matcher(Checkout.text("deploy/containers/.env.example"))
            .results()
            .map(found -> found.group(1))
            .filter(name -> !name.equals("COMPOSE_FILE"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(used, named);
  }

  @Test
  void eachContainerHasALimitThatItsHeapFitsInto() {
    Compose demo = Compose.of(DEMO, variables);
    Stream.of(compose, demo)
        .forEach(
            file ->
                file.services()
                    .forEach(name -> assertTrue(limit(file.service(name)) > 64 * MEGABYTE, name)));
    String options = Checkout.text("deploy/jvm.options");
    long ours = size(options, "-Xmx") + size(options, "-XX:ReservedCodeCacheSize=");
    for (String service : Platform.SERVICES) {
      assertTrue(ours * 2 <= limit(compose.service(service)), service);
    }
    for (String name : List.of("kafka", "topics")) {
      long heap = size(compose.environment(name).get("KAFKA_HEAP_OPTS"), "-Xmx");
      assertTrue(heap * 2 <= limit(compose.service(name)), name);
    }
    long heap = size(compose.environment("keycloak").get("JAVA_OPTS_KC_HEAP"), "-Xmx");
    assertTrue(heap * 2 <= limit(compose.service("keycloak")), "keycloak");
  }

  @Test
  void whatIsMountedExistsAndDataHasAVolume() {
    Set<String> used = new TreeSet<>();
    for (String service : compose.services()) {
      for (String volume : Compose.list(compose.service(service), "volumes")) {
        String source = volume.split(":")[0];
        if (source.startsWith("./")) {
          assertTrue(Files.exists(Checkout.file(source.substring(2))), source);
          assertTrue(volume.endsWith(":ro"), volume + " is only read");
        } else {
          used.add(source);
        }
      }
    }
    assertEquals(compose.volumes(), used);
    assertEquals(Set.of("postgres", "kafka"), used);
    String data = compose.environment("kafka").get("KAFKA_LOG_DIRS");
    assertTrue(Compose.list(compose.service("kafka"), "volumes").contains("kafka:" + data));
  }

  @Test
  void theServersAreTheVersionsTestedWith() {
    assertEquals(
        "postgres:" + System.getProperty("postgres.version").replaceAll("\\.\\d+$", ""),
        image("postgres"));
    assertEquals(image("postgres"), image("databases"));
    assertEquals("apache/kafka:" + System.getProperty("kafka.version"), image("kafka"));
    assertEquals(image("kafka"), image("topics"));
    assertEquals("keycloak/keycloak:" + System.getProperty("keycloak.version"), image("keycloak"));
  }

  @Test
  void eachLastingPartSaysHowItIsAndComesBack() {
    for (String service : compose.services()) {
      boolean once = Set.of("databases", "topics").contains(service);
      assertEquals(once, compose.healthCheck(service).isEmpty(), service);
      assertEquals(once ? "on-failure" : "unless-stopped", compose.service(service).get("restart"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"content-service", "provider-service", "inquiry-service", "gateway"})
  void theDockerfileTakesWhatThePackageHasAndNeedsNoRoot(String service) {
    for (Path source : new Image(service).sources()) {
      assertTrue(Files.exists(source), source + " is copied into the image");
    }
    assertEquals(1, Image.instructions("FROM").size());
    assertTrue(Image.instructions("FROM").get(0).matches("\\S+:17\\.\\d\\S+"), "a pinned base");
    assertEquals(List.of(), Image.instructions("ADD"));
    assertTrue(Image.instructions("USER").get(0).matches("[1-9]\\d*"), "a number, not root's");
    assertEquals(true, compose.service(service).get("read_only"));
    assertEquals(Map.of("SERVICE", service), build(service));
    assertFalse(Image.isSent(Checkout.file(".env")), "secrets stay out of the build");
  }

  @Test
  void dockerComposeUnderstandsBothFilesAsThisTestDoes() throws Exception {
    Checkout.requireTool("docker-compose");
    Path settings = Path.of("target/env").toAbsolutePath();
    Files.createDirectories(settings.getParent());
    StringBuilder text = new StringBuilder();
    variables.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    Files.writeString(settings, text);
    Map<String, Object> understood =
        Compose.map(Compose.parse(dockerCompose(settings, 0)), "services");
    for (String service : compose.services()) {
      Map<String, Object> environment =
          Compose.map(Compose.map(understood, service), "environment");
      compose
          .environment(service)
          .forEach((name, value) -> assertEquals(value, "" + environment.get(name), name));
      assertEquals(compose.environment(service).size(), environment.size(), service);
    }
    assertTrue(
        dockerCompose(Checkout.file("deploy/containers/.env.example"), 1)
            .contains("Missing mandatory value"),
        "nothing starts without secrets");
  }

  private static String dockerCompose(Path settings, int status)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                "docker-compose",
                "--env-file",
                settings.toString(),
                "-f",
                FILE,
                "-f",
                DEMO,
                "config")
            .directory(Checkout.ROOT.toFile())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("SOJOURN_"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    assertEquals(status, process.waitFor(), output);
    return output;
  }

  private static Platform launcher() {
    return Platform.withoutServices(
        Settings.forTests(Path.of("target/launcher")), (part, state, detail) -> {});
  }

  private String image(String service) {
    return "" + compose.service(service).get("image");
  }

  private Map<String, Object> build(String service) {
    return Compose.map(Compose.map(compose.service(service), "build"), "args");
  }

  private static long limit(Map<String, Object> service) {
    return size("limit=" + service.get("mem_limit"), "limit=");
  }

  private static long size(String text, String option) {
    Matcher found = Pattern.compile(Pattern.quote(option) + "(\\d+)([mg])").matcher(text);
    assertTrue(found.find(), option + " in " + text);
    return Long.parseLong(found.group(1)) * (found.group(2).equals("g") ? 1024 : 1) * MEGABYTE;
  }
}
