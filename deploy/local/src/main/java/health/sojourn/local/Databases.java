package health.sojourn.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * The databases of one PostgreSQL server: each service has one, and a role of the same name that
 * can see nothing else.
 */
final class Databases {
  static final List<String> NAMES = names();

  private final String server;
  private final String user;
  private final String password;
  private final String rolePassword;

  private Databases(String server, String user, String password, String rolePassword) {
    this.server = server;
    this.user = user;
    this.password = password;
    this.rolePassword = rolePassword;
  }

  /** On our own server, which only this machine reaches. */
  static Databases local(int port, String superuserPassword) {
    return new Databases("127.0.0.1:" + port, "postgres", superuserPassword, "sojourn");
  }

  /**
   * @param address {@code postgresql://user:password@host:port}
   */
  static Databases at(String address, String rolePassword) {
    URI uri = URI.create(address);
    String[] login = uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
    if (login.length != 2 || uri.getHost() == null) {
      throw new Trouble(
          "SOJOURN_POSTGRES must look like postgresql://user:password@host:5432, with a user who may"
              + " create databases and roles.");
    }
    int port = uri.getPort() < 0 ? 5432 : uri.getPort();
    return new Databases(uri.getHost() + ":" + port, login[0], login[1], rolePassword);
  }

  String url(String database) {
    return "jdbc:postgresql://%s/%s".formatted(server, database);
  }

  String rolePassword() {
    return rolePassword;
  }

  boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Creates what is missing.
   *
   * @throws Trouble when the server may forget what it has confirmed
   */
  void prepare() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      refuseUnlessDurable(statement);
      for (String name : NAMES) {
        if (!exists(statement, "select 1 from pg_roles where rolname = '%s'", name)) {
          statement.execute("create role \"%s\" login".formatted(name));
        }
        statement.execute("alter role \"%s\" password '%s'".formatted(name, rolePassword));
        if (!exists(statement, "select 1 from pg_database where datname = '%s'", name)) {
          create(statement, name);
        }
      }
    } catch (SQLException e) {
      throw new Trouble(
          "PostgreSQL at %s refused to prepare the databases: %s".formatted(server, e.getMessage()),
          e);
    }
  }

  /** Forgets everything in one database. */
  void empty(String name) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists \"%s\" with (force)".formatted(name));
      create(statement, name);
    } catch (SQLException e) {
      throw new Trouble("Cannot empty the database %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static void create(Statement statement, String name) throws SQLException {
    statement.execute("grant \"%s\" to current_user".formatted(name));
    statement.execute("create database \"%1$s\" owner \"%1$s\"".formatted(name));
    statement.execute("revoke connect on database \"%s\" from public".formatted(name));
  }

  private void refuseUnlessDurable(Statement statement) throws SQLException {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      try (ResultSet result = statement.executeQuery("show " + setting)) {
        result.next();
        if (result.getString(1).equals("off")) {
          throw new Trouble(
              "PostgreSQL at %s runs with %s = off: it would confirm an inquiry and could lose it."
                  .formatted(server, setting));
        }
      }
    }
  }

  /** The committed list, which the containers read too. */
  private static List<String> names() {
    try (InputStream list = Databases.class.getResourceAsStream("databases")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean exists(Statement statement, String query, String name)
      throws SQLException {
    try (ResultSet result = statement.executeQuery(query.formatted(name))) {
      return result.next();
    }
  }

  private Connection connect() throws SQLException {
    return connect("postgres");
  }

  /** As the user who may do everything. */
  Connection connect(String database) throws SQLException {
    Properties login = new Properties();
    login.put("user", user);
    login.put("password", password);
    login.put("connectTimeout", "5");
    return DriverManager.getConnection(url(database), login);
  }
}
