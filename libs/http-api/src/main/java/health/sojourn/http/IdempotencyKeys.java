package health.sojourn.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Idempotency keys after draft-ietf-httpapi-idempotency-key-header-07. The key's row is written in
 * the transaction of the effect: both are there or neither is.
 *
 * <p>An advisory lock for the transaction keeps two requests with one key apart. The second waits a
 * moment for the first, so that a double click shows its answer, and is then told that the first is
 * still running (409).
 */
@ApplicationScoped
public class IdempotencyKeys {
  static final String REPLAYED = "Idempotency-Replayed";
  private static final String JSON = "application/json;charset=UTF-8";
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,255}");
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final DataSource database;
  private final ObjectMapper json;
  private final Clock clock;

  IdempotencyKeys(DataSource database, ObjectMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Runs the effect once per caller, route and key and stores its answer (status, Location, JSON
   * body). Joins or opens a transaction.
   *
   * @param caller who asks: a subject, a partner, or an address
   * @param route such as {@code POST /api/v1/inquiries}
   * @param key from the header; null runs the effect without a guard
   * @param body the request as read; another body under the same key is 422
   * @return the effect's answer, or the stored one with {@code Idempotency-Replayed: true}
   */
  @Transactional
  public Response once(
      String caller, String route, String key, Object body, Supplier<Response> effect) {
    if (key == null) {
      return effect.get();
    }
    var row = new Row(sha256(caller), route, validated(key), hash(body));
    try (Connection connection = database.getConnection()) {
      lock(connection, row);
      Optional<Response> stored = stored(connection, row);
      if (stored.isPresent()) {
        return stored.get();
      }
      Response answer = effect.get();
      String written = answer.hasEntity() ? write(answer.getEntity()) : null;
      store(connection, row, answer, written);
      forgetOld(connection);
      return answer;
    } catch (SQLException e) {
      throw new IllegalStateException("The idempotency key could not be kept", e);
    }
  }

  private record Row(byte[] caller, String route, String key, byte[] requestHash) {}

  /** The draft's header is a quoted string; many send it bare. Both name the same key. */
  private static String validated(String sent) {
    String key = sent.strip();
    if (key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"")) {
      key = key.substring(1, key.length() - 1);
    }
    if (!PRINTABLE.matcher(key).matches()) {
      throw Problem.badRequest(
          "idempotency-key-invalid", "The Idempotency-Key must be 1 to 255 printable characters.");
    }
    return key;
  }

  private static void lock(Connection connection, Row row) throws SQLException {
    try (var timeout = connection.prepareStatement("set local lock_timeout = '2s'");
        var lock =
            connection.prepareStatement(
                "select pg_advisory_xact_lock(hashtextextended(encode(?, 'hex') || ? || ' ' || ?, 0))");
        var noTimeout = connection.prepareStatement("set local lock_timeout to default")) {
      timeout.execute();
      name(lock, row);
      lock.execute();
      noTimeout.execute();
    } catch (SQLException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        throw Problem.conflict(
                "idempotency-key-in-use", "The first request with this key is still running.")
            .with("Retry-After", "1");
      }
      throw e;
    }
  }

  private static Optional<Response> stored(Connection connection, Row row) throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select request_hash, status, location, body from idempotency_key
            where caller = ? and route = ? and key = ?
            """)) {
      name(select, row);
      try (ResultSet found = select.executeQuery()) {
        if (!found.next()) {
          return Optional.empty();
        }
        if (!Arrays.equals(found.getBytes("request_hash"), row.requestHash())) {
          throw new Problem(
              422,
              "idempotency-key-reused",
              "This Idempotency-Key was used with another body. Use a new one.",
              List.of());
        }
        return Optional.of(replay(found));
      }
    }
  }

  private static Response replay(ResultSet found) throws SQLException {
    var answer = Response.status(found.getInt("status")).header(REPLAYED, "true");
    if (found.getString("location") != null) {
      answer.header(HttpHeaders.LOCATION, found.getString("location"));
    }
    if (found.getString("body") != null) {
      answer.entity(found.getString("body")).type(JSON);
    }
    return answer.build();
  }

  private void store(Connection connection, Row row, Response answer, String body)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into idempotency_key
              (caller, route, key, request_hash, status, location, body, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      name(insert, row);
      insert.setBytes(4, row.requestHash());
      insert.setInt(5, answer.getStatus());
      insert.setString(6, answer.getHeaderString(HttpHeaders.LOCATION));
      insert.setString(7, body);
      insert.setObject(8, now());
      insert.executeUpdate();
    }
  }

  /** A few at a time, with each new one: no more than come are left over. */
  private void forgetOld(Connection connection) throws SQLException {
    try (var delete =
        connection.prepareStatement(
            """
            delete from idempotency_key where ctid in (
              select ctid from idempotency_key where created_at < ?
              limit 10 for update skip locked)
            """)) {
      delete.setObject(1, now().minus(KEPT));
      delete.executeUpdate();
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static void name(PreparedStatement statement, Row row) throws SQLException {
    statement.setBytes(1, row.caller());
    statement.setString(2, row.route());
    statement.setString(3, row.key());
  }

  /**
   * Over JSON with sorted names, so that neither their order nor white space makes another body.
   */
  private byte[] hash(Object body) {
    try {
      Object plain = json.convertValue(body, Object.class);
      return ETags.sha256(
          json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).writeValueAsBytes(plain));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private String write(Object entity) {
    try {
      return entity instanceof String text ? text : json.writeValueAsString(entity);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static byte[] sha256(String text) {
    return ETags.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
