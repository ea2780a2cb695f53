package health.sojourn.defaults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;

/**
 * What was read a moment ago, for gauges: several numbers from one reading, kept for five seconds.
 *
 * <p>A number is {@code NaN} while the reading fails or takes more than a second. Whoever scrapes
 * never waits longer, and a slow reading is not started twice.
 */
public final class RecentReading<T> {
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int STATEMENT_SECONDS = 2;

  private final Callable<T> source;
  private Taken<T> latest;

  public RecentReading(Callable<T> source) {
    this.source = source;
  }

  /**
   * @param sql gives rows of a text and a number, each text once; what has no row is zero
   */
  public static RecentReading<Map<String, Long>> counts(DataSource database, String sql) {
    return new RecentReading<>(() -> count(database, sql));
  }

  public double number(ToDoubleFunction<T> of) {
    Taken<T> taken = latest();
    try {
      long left = Math.max(0, PATIENCE.toNanos() - taken.age());
      return of.applyAsDouble(taken.reading().get(left, TimeUnit.NANOSECONDS));
    } catch (ExecutionException | TimeoutException e) {
      return Double.NaN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Double.NaN;
    }
  }

  private synchronized Taken<T> latest() {
    if (latest == null || latest.reading().isDone() && latest.age() > FRESH.toNanos()) {
      latest = new Taken<>(new FutureTask<>(source), System.nanoTime());
      Thread reader = new Thread(latest.reading(), "reading");
      reader.setDaemon(true);
      reader.start();
    }
    return latest;
  }

  private static Map<String, Long> count(DataSource database, String sql) throws SQLException {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setQueryTimeout(STATEMENT_SECONDS);
      Map<String, Long> counts = new HashMap<>();
      var row = select.executeQuery();
      while (row.next()) {
        counts.put(row.getString(1), row.getLong(2));
      }
      return counts;
    }
  }

  private record Taken<T>(FutureTask<T> reading, long startedAt) {
    long age() {
      return System.nanoTime() - startedAt;
    }
  }
}
