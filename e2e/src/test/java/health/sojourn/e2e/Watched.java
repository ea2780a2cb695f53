package health.sojourn.e2e;

import static io.restassured.RestAssured.given;

import health.sojourn.local.Platform;
import health.sojourn.local.Settings;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * A platform of its own whose traces and mails come here, and which nobody minds to be broken. One
 * for all tests of this module that need it.
 */
final class Watched {
  private static final Pattern SOFT_BREAK = Pattern.compile("=\\r?\\n");

  private static Watched instance;

  private final Collector collector = new Collector();
  private final StrictMailServer mailServer = new StrictMailServer();
  private final List<String> progress = new CopyOnWriteArrayList<>();
  private final Path home = Path.of("target/watched").toAbsolutePath();
  private final Platform platform;

  private Watched() {
    Platform.forgetEarlierRun(home);
    platform =
        new Platform(
            settings(), (part, state, detail) -> progress.add(part + " " + state + " " + detail));
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    platform.start();
  }

  static synchronized Watched platform() {
    if (instance == null) {
      instance = new Watched();
    }
    return instance;
  }

  private Settings settings() {
    Settings usual = Settings.forTests(home);
    Map<String, String> services = new TreeMap<>(usual.services());
    // As docs/operations.md says.
    services.put("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.address());
    services.put("QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    services.put("QUARKUS_OTEL_TRACES_SAMPLER_ARG", "1.0");
    services.put("SOJOURN_GATEWAY_ANSWER_TIMEOUT", "3s");
    return new Settings(
        usual.root(),
        usual.home(),
        usual.programs(),
        usual.ports(),
        usual.publicUrl(),
        usual.demo(),
        new Settings.Outside(null, null, null, mailServer.address()),
        usual.offline(),
        services);
  }

  Platform running() {
    return platform;
  }

  Path home() {
    return home;
  }

  Collector collector() {
    return collector;
  }

  StrictMailServer mailServer() {
    return mailServer;
  }

  /** What the launcher said. */
  List<String> progress() {
    return progress;
  }

  String url() {
    return platform.url();
  }

  RequestSpecification api() {
    return given().baseUri(url()).accept("application/json");
  }

  /** What was mailed to somebody, newest last, as a mail program shows it. */
  List<String> mailsTo(String address) {
    return mailServer.mails().stream()
        .filter(mail -> mail.contains(address))
        .map(mail -> SOFT_BREAK.matcher(mail).replaceAll("").replace("=3D", "="))
        .toList();
  }

  private void stop() {
    platform.stop();
    mailServer.close();
    collector.close();
  }
}
