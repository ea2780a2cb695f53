package health.sojourn.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The address Keycloak sends people back to. A realm is imported once, with the address of that
 * day; an installation that moved, or a backup put back elsewhere, has another. It is changed in
 * Keycloak's database before it starts, because whoever runs this may no longer be the admin that
 * was made with it.
 */
final class RealmAddress {
  private static final String ANY_CLIENT =
      "select from pg_tables where tablename = 'redirect_uris'";

  private static final String GATEWAY =
      "(select id from client where client_id = 'sojourn-gateway')";

  private static final String MOVE =
      """
      update redirect_uris set value = ? where value = ? and client_id in %1$s
        and not exists (select from redirect_uris other
          where other.client_id = redirect_uris.client_id and other.value = ?)
      """
          .formatted(GATEWAY);

  private static final String ADD =
      """
      insert into redirect_uris (client_id, value)
      select id, ? from client where client_id = 'sojourn-gateway'
      on conflict do nothing
      """;

  private static final String AFTER_SIGNING_OUT =
      """
      update client_attributes set value = ?
      where name = 'post.logout.redirect.uris' and client_id in %s
      """
          .formatted(GATEWAY);

  private RealmAddress() {}

  /**
   * @param before the address of the last start; null if nobody knows, and what is there then stays
   */
  static void change(Databases databases, String before, String now) {
    try (Connection keycloak = databases.connect("keycloak")) {
      if (!isImported(keycloak)) {
        return;
      }
      keycloak.setAutoCommit(false);
      if (before != null) {
        update(keycloak, MOVE, now + "/*", before + "/*", now + "/*");
      }
      update(keycloak, ADD, now + "/*");
      update(keycloak, AFTER_SIGNING_OUT, now + "/*");
      keycloak.commit();
    } catch (SQLException e) {
      throw new Trouble("Keycloak could not be told its new address: " + e.getMessage(), e);
    }
  }

  private static boolean isImported(Connection keycloak) throws SQLException {
    try (Statement statement = keycloak.createStatement();
        ResultSet table = statement.executeQuery(ANY_CLIENT)) {
      return table.next();
    }
  }

  private static void update(Connection keycloak, String sql, String... values)
      throws SQLException {
    try (PreparedStatement update = keycloak.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setString(i + 1, values[i]);
      }
      update.executeUpdate();
    }
  }
}
