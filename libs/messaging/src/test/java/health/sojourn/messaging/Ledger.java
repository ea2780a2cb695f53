package health.sojourn.messaging;

import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A handler whose effect can be read: it writes down what it was told, in the order it was. */
@Singleton
class Ledger implements EventHandler<Ledger.Counted> {
  static final Contract COUNTED = Contract.v1("provider.answers", "testing", "counted");

  record Counted(Integer number) {}

  /** Keys whose events fail, after having written, with this. */
  final Map<String, Supplier<RuntimeException>> poisoned = new ConcurrentHashMap<>();

  private final DataSource database;

  Ledger(DataSource database) {
    this.database = database;
  }

  @Override
  public Contract contract() {
    return COUNTED;
  }

  @Override
  public Class<Counted> payload() {
    return Counted.class;
  }

  @Override
  public void handle(Counted event, Envelope envelope) {
    write(event.number(), envelope);
    var poison = poisoned.get(envelope.subject());
    if (poison != null) {
      throw poison.get();
    }
  }

  /** Written as no number at all. */
  @Override
  public void removed(Envelope envelope) {
    write(null, envelope);
  }

  List<Integer> numbers(String key) {
    return read("select number from ledger where key = ? order by line", key, Integer.class);
  }

  List<String> traces(String key) {
    return read("select trace_id from ledger where key = ? order by line", key, String.class);
  }

  private void write(Integer number, Envelope envelope) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into ledger (key, number, event_id, trace_id) values (?, ?, ?, ?)")) {
      insert.setString(1, envelope.subject());
      insert.setObject(2, number);
      insert.setObject(3, envelope.id());
      insert.setString(4, Span.current().getSpanContext().getTraceId());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> List<T> read(String sql, String key, Class<T> type) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setString(1, key);
      ResultSet row = select.executeQuery();
      List<T> found = new ArrayList<>();
      while (row.next()) {
        found.add(row.getObject(1, type));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
