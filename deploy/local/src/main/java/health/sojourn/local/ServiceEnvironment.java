package health.sojourn.local;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What each service is told through its environment: where the others are, and its secrets. */
final class ServiceEnvironment {
  private final Settings settings;
  private final Secrets secrets;
  private final Databases databases;
  private final Keycloak keycloak;

  ServiceEnvironment(Settings settings, Secrets secrets, Databases databases, Keycloak keycloak) {
    this.settings = settings;
    this.secrets = secrets;
    this.databases = databases;
    this.keycloak = keycloak;
  }

  Map<String, String> of(String service) {
    Ports ports = settings.ports();
    String database = service.replace("-service", "");
    Map<String, String> environment = new TreeMap<>();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", "" + ports.of(service));
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_PORT", "" + ports.management().get(service));
    // The gateway has no use for its database and the broker yet.
    if (!service.equals("gateway")) {
      environment.put("QUARKUS_DATASOURCE_JDBC_URL", databases.url(database));
      environment.put("QUARKUS_DATASOURCE_USERNAME", database);
      environment.put("QUARKUS_DATASOURCE_PASSWORD", databases.rolePassword());
      kafka(environment);
    }
    environment.put("SOJOURN_PUBLIC_URL", settings.publicUrl());
    environment.put("SOJOURN_DEMO", "" + settings.demo());
    ports
        .management()
        .forEach(
            (name, port) ->
                environment.put(
                    "SOJOURN_MANAGEMENT_" + name.replace("-service", "").toUpperCase(Locale.ROOT),
                    local(port)));
    oidc(environment);
    // Each of glibc's arenas keeps memory of its own; two are enough here.
    environment.put("MALLOC_ARENA_MAX", "2");
    switch (service) {
      case "gateway" -> gateway(environment);
      case "provider-service" -> provider(environment);
      case "inquiry-service" -> {
        mail(environment);
        environment.put("SOJOURN_MASTER_KEY", secrets.key(MasterKeyRotation.KEY));
        secrets
            .known(MasterKeyRotation.BEFORE)
            .ifPresent(key -> environment.put("SOJOURN_MASTER_KEY_BEFORE", key));
      }
      default -> {}
    }
    environment.putAll(settings.services());
    return environment;
  }

  private void gateway(Map<String, String> environment) {
    Ports ports = settings.ports();
    environment.put("SOJOURN_UPSTREAM_CONTENT", local(ports.content()));
    environment.put("SOJOURN_UPSTREAM_PROVIDER", local(ports.provider()));
    environment.put("SOJOURN_UPSTREAM_INQUIRY", local(ports.inquiry()));
    environment.put("QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET", secrets.word("session"));
    if (settings.outside().oidc() == null) {
      environment.put("QUARKUS_OIDC_CREDENTIALS_SECRET", secrets.word("gateway-client"));
    }
  }

  private void provider(Map<String, String> environment) {
    mail(environment);
    environment.put("SOJOURN_INQUIRY_URL", local(settings.ports().inquiry()));
    if (settings.outside().oidc() == null) {
      environment.put("SOJOURN_KEYCLOAK_URL", keycloak.serverUrl());
      environment.put("SOJOURN_PEOPLE_SECRET", secrets.word("people-client"));
    }
  }

  private void mail(Map<String, String> environment) {
    environment.put("QUARKUS_MAILER_HOST", settings.smtpHost());
    environment.put("QUARKUS_MAILER_PORT", "" + settings.smtpPort());
  }

  private void kafka(Map<String, String> environment) {
    String ours = "127.0.0.1:" + settings.ports().kafka();
    environment.put(
        "KAFKA_BOOTSTRAP_SERVERS", Optional.ofNullable(settings.outside().kafka()).orElse(ours));
  }

  private void oidc(Map<String, String> environment) {
    String outside = settings.outside().oidc();
    environment.put(
        "QUARKUS_OIDC_AUTH_SERVER_URL", outside == null ? keycloak.realmUrl() : outside);
    environment.put("QUARKUS_OIDC_TOKEN_ISSUER", outside == null ? keycloak.issuer() : outside);
  }

  private static String local(int port) {
    return "http://127.0.0.1:" + port;
  }
}
