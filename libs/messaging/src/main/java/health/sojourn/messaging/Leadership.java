package health.sojourn.messaging;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.Driver;

/**
 * Says which of a service's replicas relays. A PostgreSQL session advisory lock on a connection of
 * its own: the lock ends with the session, and a pooled connection would hand it on.
 */
@Dependent
class Leadership {
  /** Any number, as long as nothing else in the service's database uses it. */
  private static final long LOCK = 0x736f6a6f75726eL;

  /** So that the server notices within half a minute when a leader's machine is gone. */
  private static final String KEEPALIVE =
      "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

  private final String url;
  private final Properties login = new Properties();
  private Connection session;

  Leadership(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.url = url;
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("ApplicationName", service + " relay");
    login.setProperty("options", KEEPALIVE);
    login.setProperty("socketTimeout", "10");
  }

  /** True if this is the leader from now on. Never waits. */
  boolean acquire() throws SQLException {
    if (session == null) {
      session = new Driver().connect(url, login);
    }
    try (var lock = session.prepareStatement("select pg_try_advisory_lock(?)")) {
      lock.setLong(1, LOCK);
      var answer = lock.executeQuery();
      answer.next();
      return answer.getBoolean(1);
    }
  }

  /** The session is alive, so the lock is too. */
  boolean isHeld() throws SQLException {
    return session != null && session.isValid(2);
  }

  void release() {
    if (session == null) {
      return;
    }
    try {
      session.close();
    } catch (SQLException e) {
      // It was gone already.
    } finally {
      session = null;
    }
  }
}
