package health.sojourn.e2e.soak;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A service's own database, looked into from outside and with its own rights. */
final class Database {
  private final String url;
  private final Properties login = new Properties();

  /**
   * @param environment what the service is told
   */
  Database(Map<String, String> environment) {
    url = environment.get("QUARKUS_DATASOURCE_JDBC_URL");
    login.setProperty("user", environment.get("QUARKUS_DATASOURCE_USERNAME"));
    login.setProperty("password", environment.get("QUARKUS_DATASOURCE_PASSWORD"));
    login.setProperty("ApplicationName", "soak");
    login.setProperty("loginTimeout", "5");
    login.setProperty("socketTimeout", "60");
  }

  /** What a row says. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** What is done with one connection. */
  interface Work {
    void with(Connection connection) throws SQLException;
  }

  <T> List<T> query(String sql, Row<T> row, Object... arguments) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement select = prepare(connection, sql, arguments);
        ResultSet rows = select.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(row.read(rows));
      }
      return found;
    }
  }

  long number(String sql, Object... arguments) throws SQLException {
    return query(sql, row -> row.getLong(1), arguments).get(0);
  }

  /** All or nothing. */
  void inTransaction(Work work) throws SQLException {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      work.with(connection);
      connection.commit();
    }
  }

  static int update(Connection connection, String sql, Object... arguments) throws SQLException {
    try (PreparedStatement update = prepare(connection, sql, arguments)) {
      return update.executeUpdate();
    }
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, login);
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }
}
