package health.sojourn.bench;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.DoubleSupplier;

/**
 * How long inquiries take from their receipt until the clinic has them, read from both databases:
 * from the time noted as the request came to the time the clinic's inbox noted, one machine's clock
 * for both. So it holds the time to the answer 201 as well.
 */
final class Arrivals {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Database inquiries;
  private final Database providers;

  Arrivals(Database inquiries, Database providers) {
    this.inquiries = inquiries;
    this.providers = providers;
  }

  /** Clinics that take everybody, as the few of the demo would soon be full. */
  void openAllClinics() throws SQLException {
    try (Connection connection = inquiries.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update clinic set body = jsonb_set(body, '{capacity,openLeads}', '1000000'),"
              + " fingerprint = md5(fingerprint || 'open')");
    }
  }

  /** Measures something else once all work is done. */
  double calm(DoubleSupplier measured) {
    settle();
    return measured.getAsDouble();
  }

  /** Waits until everybody received so far has been placed, or has no clinic. */
  void settle() {
    String open =
        "select (select count(*) from inquiry where status = 'RECEIVED')"
            + " + (select count(*) from outbox) as open";
    await("no inquiry that waits")
        .atMost(PATIENCE)
        .pollInterval(LOOK)
        .until(() -> number(inquiries, open) == 0);
  }

  /**
   * Milliseconds, of all inquiries received since.
   *
   * @throws org.awaitility.core.ConditionTimeoutException if one of them arrives at no clinic
   */
  Series since(Instant begin) throws SQLException {
    settle();
    Map<UUID, Instant> received = received(begin);
    Map<UUID, Instant> arrived =
        await("all inquiries at a clinic")
            .atMost(PATIENCE)
            .pollInterval(LOOK)
            .until(() -> arrived(begin), all -> all.keySet().containsAll(received.keySet()));
    List<Double> took = new ArrayList<>();
    for (var each : received.entrySet()) {
      took.add(Duration.between(each.getValue(), arrived.get(each.getKey())).toNanos() / 1e6);
    }
    return new Series(took);
  }

  /** By the event that tells the first clinic asked, when each was received. */
  private Map<UUID, Instant> received(Instant begin) throws SQLException {
    return times(
        inquiries,
        """
        select distinct on (i.id) e.id, i.received_at
        from inquiry i
          left join lead l on l.inquiry_id = i.id
          left join event e on e.key = cast(l.id as text) and e.type like '%.lead-offered.v1'
        where i.received_at >= ? order by i.id, l.id
        """,
        begin);
  }

  private Map<UUID, Instant> arrived(Instant begin) throws SQLException {
    return times(providers, "select event_id, handled_at from inbox where handled_at >= ?", begin);
  }

  private static Map<UUID, Instant> times(Database database, String sql, Instant begin)
      throws SQLException {
    Map<UUID, Instant> times = new HashMap<>();
    try (Connection connection = database.connect();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, begin.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          UUID event = rows.getObject(1, UUID.class);
          if (event == null) {
            throw new IllegalStateException("No clinic was asked for an inquiry");
          }
          times.put(event, rows.getObject(2, OffsetDateTime.class).toInstant());
        }
      }
    }
    return times;
  }

  private static long number(Database database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
