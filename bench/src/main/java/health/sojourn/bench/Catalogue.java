package health.sojourn.bench;

import health.sojourn.local.Platform;
import health.sojourn.local.Progress;
import health.sojourn.local.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The list of clinics with 20,000 of them and 30,000 offers: how long a filtered page with all its
 * counts takes through the gateway, when no two people ask the same.
 */
final class Catalogue {
  private static final int CLINICS = 20_000;
  private static final int PER_SECOND = 100;
  private static final int SENDERS = 8;
  private static final String PROVIDER = "provider-service";

  private final boolean quick;
  private final Path root;
  private final Path work;

  Catalogue(boolean quick, Path root, Path work) {
    this.quick = quick;
    this.root = root;
    this.work = work;
  }

  void measure(Results results, Progress progress)
      throws IOException, InterruptedException, SQLException {
    Path home = work.resolve("catalogue");
    Platform.forgetEarlierRun(home);
    Settings settings = Settings.forTests(home).with(Map.of("SOJOURN_DEMO_CLINICS", "" + CLINICS));
    try (Platform platform = new Platform(settings, progress).start()) {
      ClinicQueries queries = new ClinicQueries(3);
      SteadyLoad load = new SteadyLoad();
      String api = platform.url() + "/api/v1/clinics?facets=true&";
      String pages = platform.url() + "/clinics?";
      load.run(PER_SECOND / 2, quick ? 5 : 30, () -> api + queries.next());
      load.run(PER_SECOND / 5, quick ? 5 : 30, () -> pages + queries.next());
      int seconds = quick ? 5 : 60;
      Map<String, Series> took = new LinkedHashMap<>();
      took.put(
          "by the API, %d a second".formatted(PER_SECOND),
          load.run(PER_SECOND, seconds, () -> api + queries.next()));
      took.put(
          "as a page, %d a second".formatted(PER_SECOND / 2),
          load.run(PER_SECOND / 2, seconds, () -> pages + queries.next()));
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(() -> writeAll(Database.of(platform, PROVIDER)));
      took.put(
          "by the API, %d a second, while all clinics are written again".formatted(PER_SECOND),
          load.run(PER_SECOND, seconds, () -> api + queries.next()));
      writing.join();
      results.times(
          "a filtered page of %,d clinics with all counts, each question another"
              .formatted(CLINICS),
          took);
      compare(platform, queries, results);
      Memory memory = Memory.of(platform.pid(PROVIDER));
      results.note(
          "With them `%s` takes %d MB, and was ready after %.1f s."
              .formatted(
                  PROVIDER,
                  memory.resident() / 1_000_000,
                  platform.startTimes().get(PROVIDER).toMillis() / 1000.0));
    }
  }

  /** What was measured before is not lost where the other system can't be fetched or started. */
  private void compare(Platform platform, ClinicQueries queries, Results results)
      throws IOException, InterruptedException, SQLException {
    if (!ContentSystem.canBeInstalled()) {
      results.note("Not compared with a content system: `node` and `npm` are missing.");
      return;
    }
    try {
      results.comparisons("answers/s", List.of(againstContentSystem(platform, queries)));
    } catch (IllegalStateException e) {
      results.note("Not compared with a content system: " + e.getMessage());
    }
  }

  /** One filter by three attributes, twenty items: ours with all its counts, theirs without. */
  private Comparison againstContentSystem(Platform platform, ClinicQueries queries)
      throws IOException, InterruptedException, SQLException {
    BusyLoad load = new BusyLoad(SENDERS);
    int seconds = quick ? 3 : 10;
    String ours = platform.url() + "/api/v1/clinics?therapy=allogeneic-msc-knee&sort=checked&";
    try (ContentSystem theirs =
        ContentSystem.of(
            Database.of(platform, PROVIDER),
            root.resolve("bench/src/main/cms"),
            work.resolve("cms"))) {
      load.run(seconds, () -> theirs.url(queries.nextFilter()));
      return Comparison.inTurn(
          "a filtered page of %,d clinics by the API, against Strapi without counts"
              .formatted(CLINICS),
          quick ? 1 : 3,
          () -> load.run(seconds, () -> ours + queries.nextFilter().ours()),
          () -> load.run(seconds, () -> theirs.url(queries.nextFilter())));
    }
  }

  /** As an import would: in one transaction, every clinic with all it states. */
  private static void writeAll(Database database) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("update clinic_fact set source = source || '' where name = 'LANGUAGES'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
