package health.sojourn.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/**
 * Keycloak from its Maven distribution with the realm of {@code deploy/keycloak}. It is unpacked
 * and optimised once per checkout; each platform has only its own data directory.
 */
final class Keycloak implements Part {
  private static final Duration LIMIT = Duration.ofSeconds(180);
  private static final List<String> BUILD_OPTIONS =
      List.of("--db=postgres", "--http-relative-path=/auth");
  private static final List<String> JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xms96m",
          "-Xmx320m",
          "-XX:MaxMetaspaceSize=256m",
          "-XX:+ExitOnOutOfMemoryError",
          "-Dfile.encoding=UTF-8",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
          "-Dpicocli.disable.closures=true",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED");

  private final Settings settings;
  private final Secrets secrets;
  private final Databases databases;
  private final FirstAdmin firstAdmin;
  private final Path home;
  private volatile Child child;

  Keycloak(Settings settings, Secrets secrets, Databases databases, FirstAdmin firstAdmin) {
    this.settings = settings;
    this.secrets = secrets;
    this.databases = databases;
    this.firstAdmin = firstAdmin;
    this.home = settings.home().resolve("keycloak");
  }

  String serverUrl() {
    return "http://127.0.0.1:%d/auth".formatted(settings.ports().keycloak());
  }

  String realmUrl() {
    return serverUrl() + "/realms/sojourn";
  }

  String issuer() {
    return settings.publicUrl() + "/auth/realms/sojourn";
  }

  @Override
  public String name() {
    return "Keycloak";
  }

  @Override
  public void start() throws IOException {
    prepareHome(program(() -> {}));
    importRealm();
    List<String> command = new ArrayList<>(java(home, "start"));
    command.addAll(List.of("--optimized", "--import-realm"));
    child = Child.start(settings.home(), name(), "TERM", command, environment());
    child.awaitReady(name(), () -> Http.status(realmUrl()) == 200, LIMIT);
    Files.writeString(importedMark(), realmHash() + "\n" + settings.publicUrl() + "\n");
  }

  @Override
  public Optional<Child> child() {
    return Optional.ofNullable(child);
  }

  @Override
  public Path log() {
    return settings.home().resolve("log/Keycloak.log");
  }

  /**
   * Unpacks and optimises in advance what {@link #start()} needs.
   *
   * @param slow is called when that is still to be done: half a minute, once per version
   */
  Path program(Runnable slow) throws IOException {
    Path archive = archive();
    String version = archive.getFileName().toString().replaceAll("^.*-dist-|\\.tar\\.gz$", "");
    Path program = settings.programs().resolve("keycloak-" + version);
    if (!Files.isDirectory(program)) {
      slow.run();
    }
    Archive.unpackOnce(
        () -> new GZIPInputStream(Files.newInputStream(archive)), 1, program, this::optimise);
    return program;
  }

  /** The build has written down where Maven keeps it. */
  private static Path archive() throws IOException {
    try (InputStream place = Keycloak.class.getResourceAsStream("keycloak-archive")) {
      return Path.of(new String(place.readAllBytes(), StandardCharsets.UTF_8).trim());
    }
  }

  private void optimise(Path directory) throws IOException {
    List<String> command = new ArrayList<>(java(directory, "build"));
    command.addAll(BUILD_OPTIONS);
    Path output =
        Files.createDirectories(settings.home().resolve("log")).resolve("keycloak-build.log");
    Process build =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!build.waitFor(5, TimeUnit.MINUTES) || build.exitValue() != 0) {
        throw new Trouble("Keycloak's build step failed.\n" + Child.lastLines(output));
      }
    } catch (InterruptedException e) {
      build.destroy();
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted while Keycloak was prepared", e);
    }
  }

  private static List<String> java(Path home, String verb) {
    List<String> command = new ArrayList<>();
    command.add(Java.program());
    command.addAll(JVM);
    command.add("-Dkc.home.dir=" + home);
    command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
    command.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
    command.addAll(List.of("io.quarkus.bootstrap.runner.QuarkusEntryPoint", verb));
    return command;
  }

  /** The program's directories by link, {@code data} our own. */
  private void prepareHome(Path program) throws IOException {
    Files.createDirectories(home);
    for (String part : List.of("bin", "conf", "lib", "providers", "themes")) {
      Path link = home.resolve(part);
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, program.resolve(part));
    }
  }

  /**
   * Keycloak imports a realm only when it isn't there yet. With demo data a changed realm file
   * therefore starts from an empty database; without, people's accounts are worth more than the
   * file, and the change is theirs to make in Keycloak's console.
   */
  private void importRealm() throws IOException {
    List<String> mark =
        Files.exists(importedMark()) ? Files.readAllLines(importedMark()) : List.of();
    if (!mark.isEmpty() && settings.demo() && !mark.get(0).equals(realmHash())) {
      databases.empty("keycloak");
    }
    String address = mark.size() < 2 ? null : mark.get(1);
    if (!settings.publicUrl().equals(address)) {
      RealmAddress.change(databases, address, settings.publicUrl());
    }
    Path target = home.resolve("data/import");
    Archive.delete(target);
    Files.createDirectories(target);
    for (Path file : realmFiles()) {
      Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private List<Path> realmFiles() {
    Path directory = settings.root().resolve("deploy/keycloak");
    Path users = directory.resolve(settings.demo() ? "demo" : "first-admin");
    return List.of(directory.resolve("sojourn-realm.json"), users.resolve("sojourn-users-0.json"));
  }

  private Path importedMark() {
    return home.resolve("imported");
  }

  private String realmHash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : realmFiles()) {
        digest.update(Files.readAllBytes(file));
      }
      digest.update(secrets.word("gateway-client").getBytes(StandardCharsets.UTF_8));
      digest.update(secrets.word("people-client").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("KC_DB_URL", databases.url("keycloak"));
    environment.put("KC_DB_USERNAME", "keycloak");
    environment.put("KC_DB_PASSWORD", databases.rolePassword());
    environment.put("KC_DB_POOL_MAX_SIZE", "20");
    // One node: no cluster, and no port for one.
    environment.put("KC_CACHE", "local");
    environment.put("KC_HTTP_ENABLED", "true");
    environment.put("KC_HTTP_HOST", "127.0.0.1");
    environment.put("KC_HTTP_PORT", "" + settings.ports().keycloak());
    environment.put("KC_HOSTNAME", settings.publicUrl() + "/auth");
    environment.put("KC_HOSTNAME_BACKCHANNEL_DYNAMIC", "true");
    // The console isn't published by the gateway; on this machine it is reachable directly.
    environment.put(
        "KC_HOSTNAME_ADMIN", "http://localhost:%d/auth".formatted(settings.ports().keycloak()));
    environment.put("KC_PROXY_HEADERS", "xforwarded");
    // A sign-in that fails is logged with the name that was typed, a mail that fails with its
    // address. The realm keeps events itself, and provider-service says when inviting fails.
    environment.put(
        "KC_LOG_LEVEL",
        "info,org.keycloak.events:off,org.keycloak.services:off,org.keycloak.services.error:error");
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "keycloak-admin");
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.word("keycloak-admin"));
    environment.put("SOJOURN_PUBLIC_URL", settings.publicUrl());
    environment.put("SOJOURN_GATEWAY_SECRET", secrets.word("gateway-client"));
    environment.put("SOJOURN_PEOPLE_SECRET", secrets.word("people-client"));
    environment.put("SOJOURN_DEMO", "" + settings.demo());
    environment.put("SOJOURN_SMTP_HOST", settings.smtpHost());
    environment.put("SOJOURN_SMTP_PORT", "" + settings.smtpPort());
    firstAdmin.password().ifPresent(p -> environment.put("SOJOURN_FIRST_ADMIN_PASSWORD", p));
    return environment;
  }
}
