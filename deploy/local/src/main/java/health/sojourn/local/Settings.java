package health.sojourn.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a platform is made of.
 *
 * @param root the checkout
 * @param home where data, logs, secrets and notes of this platform are kept
 * @param programs where PostgreSQL and Keycloak are unpacked, shared by all platforms of a checkout
 * @param publicUrl where people reach the gateway
 * @param outside parts that are not ours to start
 * @param offline whether building a service may not download anything
 * @param services more environment for the services
 */
public record Settings(
    Path root,
    Path home,
    Path programs,
    Ports ports,
    String publicUrl,
    boolean demo,
    Outside outside,
    boolean offline,
    Map<String, String> services) {

  /**
   * Parts that run elsewhere; what is null is started here.
   *
   * @param postgres {@code postgresql://user:password@host:port}, a user who may create databases
   *     and roles
   * @param kafka bootstrap servers, where the topics of {@code deploy/kafka} exist
   * @param oidc the issuer, where the realm's roles and the gateway's client exist
   * @param smtp {@code host:port}
   */
  public record Outside(String postgres, String kafka, String oidc, String smtp) {
    public Outside {
      if (smtp != null && !smtp.matches(".+:\\d+")) {
        throw new Trouble("SOJOURN_SMTP must be host:port, but is \"%s\".".formatted(smtp));
      }
    }

    static final Outside NOTHING = new Outside(null, null, null, null);
  }

  static Settings from(Map<String, String> environment, boolean offline) {
    Path root = checkout();
    int port = number(environment, "SOJOURN_PORT", 8080);
    Path home = root.resolve(".local");
    return new Settings(
        root,
        home,
        home.resolve("programs"),
        Ports.usual(port, number(environment, "SOJOURN_PORT_SHIFT", 0)),
        environment.getOrDefault("SOJOURN_PUBLIC_URL", "http://localhost:" + port),
        Boolean.parseBoolean(environment.getOrDefault("SOJOURN_DEMO", "true")),
        new Outside(
            value(environment, "SOJOURN_POSTGRES"),
            value(environment, "SOJOURN_KAFKA"),
            value(environment, "SOJOURN_OIDC"),
            value(environment, "SOJOURN_SMTP")),
        offline,
        Map.of());
  }

  /**
   * On free ports, with demo data and without quotas, everything that is written under one
   * directory.
   */
  public static Settings forTests(Path home) {
    Path root = checkout();
    Ports ports = Ports.free();
    return new Settings(
        root,
        home.toAbsolutePath(),
        root.resolve(".local/programs"),
        ports,
        "http://localhost:" + ports.gateway(),
        true,
        Outside.NOTHING,
        true,
        Map.of("SOJOURN_QUOTA_ADDRESS_PER_MINUTE", "0"));
  }

  /** The same with more environment for the services. */
  public Settings with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(services);
    all.putAll(more);
    return new Settings(
        root, home, programs, ports, publicUrl, demo, outside, offline, Map.copyOf(all));
  }

  String smtpHost() {
    return outside.smtp() == null
        ? "127.0.0.1"
        : outside.smtp().substring(0, outside.smtp().lastIndexOf(':'));
  }

  int smtpPort() {
    return outside.smtp() == null
        ? ports.smtp()
        : Integer.parseInt(outside.smtp().substring(outside.smtp().lastIndexOf(':') + 1));
  }

  private static Path checkout() {
    Path start = Path.of(System.getProperty("sojourn.root", "")).toAbsolutePath();
    for (Path path = start; path != null; path = path.getParent()) {
      if (Files.isDirectory(path.resolve("deploy/keycloak"))) {
        return path;
      }
    }
    throw new Trouble("Start this inside a checkout of Sojourn: " + start + " is not one.");
  }

  private static String value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank()).orElse(null);
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    String value = value(environment, name);
    try {
      return value == null ? otherwise : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new Trouble("%s must be a number, but is \"%s\".".formatted(name, value), e);
    }
  }
}
