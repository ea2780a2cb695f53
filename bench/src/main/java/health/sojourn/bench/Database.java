package health.sojourn.bench;

import health.sojourn.local.Platform;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A service's database, as the service itself reaches it. */
record Database(String host, int port, String name, String user, String password) {
  static Database of(Platform platform, String service) {
    Map<String, String> environment = platform.environmentOf(service);
    URI url =
        URI.create(environment.get("QUARKUS_DATASOURCE_JDBC_URL").substring("jdbc:".length()));
    return new Database(
        url.getHost(),
        url.getPort(),
        url.getPath().substring(1),
        environment.get("QUARKUS_DATASOURCE_USERNAME"),
        environment.get("QUARKUS_DATASOURCE_PASSWORD"));
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s".formatted(host, port, name), user, password);
  }
}
