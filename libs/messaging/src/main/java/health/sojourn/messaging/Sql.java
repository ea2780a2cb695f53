package health.sojourn.messaging;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Short statements in the caller's transaction, or each in one of its own. */
@Singleton
class Sql {
  private final DataSource database;

  Sql(DataSource database) {
    this.database = database;
  }

  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * @param values a collection becomes an array of text
   */
  <T> List<T> query(String sql, Reader<T> reader, Object... values) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      set(select, values);
      List<T> found = new ArrayList<>();
      ResultSet row = select.executeQuery();
      while (row.next()) {
        found.add(reader.read(row));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many rows it changed. */
  int update(String sql, Object... values) {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(sql)) {
      set(update, values);
      return update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Null stays null. */
  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Instant instant) {
        statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
      } else if (values[i] instanceof Collection<?> several) {
        Object[] texts = several.stream().map(Object::toString).toArray();
        statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
      } else {
        statement.setObject(i + 1, values[i]);
      }
    }
  }
}
