package health.sojourn.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * The events of one hour, told so shortly that two services can compare a month of them.
 *
 * @param start by the time the events happened, UTC
 * @param checksum over their ids, whatever their order
 */
record Hour(Instant start, long count, long checksum) {
  /** The random half of a UUIDv7 as a number, in SQL. */
  static final String HALF_AN_ID =
      "('x' || right(replace(%s::text, '-', ''), 16))::bit(64)::bigint";

  static Hour of(ResultSet row) throws SQLException {
    return new Hour(
        row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2), row.getLong(3));
  }
}
