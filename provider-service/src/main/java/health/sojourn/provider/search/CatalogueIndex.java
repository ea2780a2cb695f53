package health.sojourn.provider.search;

import health.sojourn.money.Rates;
import health.sojourn.provider.directory.AnswerTimes;
import health.sojourn.provider.search.CatalogueReader.Found;
import health.sojourn.provider.search.ClinicChanges.Change;
import health.sojourn.provider.search.ClinicChanges.Changes;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Keeps the {@link Catalogue} of this process as the database is: read whole before the first
 * request, then followed change by change, each time replaced by another in one step. While the
 * database is away, readers get what was known before.
 */
@Singleton
class CatalogueIndex {
  private static final Logger LOG = Logger.getLogger(CatalogueIndex.class);
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** Changes are remembered for a day; who looked away for longer than this reads all anew. */
  private static final Duration LONGEST_ABSENCE = Duration.ofHours(1);

  /** Clinics read at once. */
  private static final int BATCH = 1000;

  @Inject DataSource database;
  @Inject ClinicChanges changes;
  @Inject Rates rates;
  @Inject Clock clock;
  @Inject MeterRegistry metrics;

  private final ScheduledExecutorService follower =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread thread = new Thread(work, "catalogue");
            thread.setDaemon(true);
            return thread;
          });
  private final TextIndex words = new TextIndex();

  private volatile Catalogue current;
  private volatile Instant lookedAt;
  private String horizon;
  private Set<Change> handled = Set.of();
  private boolean failing;

  /** After whatever fills the database at the start. */
  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event)
      throws SQLException {
    readAll();
    metrics.gauge("sojourn.catalogue.listings", this, it -> it.current.listings().size());
    metrics.gauge(
        "sojourn.catalogue.age.seconds",
        this,
        it -> Duration.between(it.lookedAt, clock.instant()).toMillis() / 1000.0);
    follower.scheduleWithFixedDelay(
        this::lookAgain, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    follower.shutdownNow();
  }

  /** Asks one state of the catalogue, however often it is replaced meanwhile. */
  <T> T ask(ClinicFilter filter, Function<Answering, T> ask) {
    Catalogue catalogue = current;
    while (!catalogue.keepOpen()) {
      catalogue = current;
    }
    try {
      return ask.apply(new Answering(catalogue, new Question(catalogue, words, filter, rates)));
    } finally {
      catalogue.letGo();
    }
  }

  record Answering(Catalogue catalogue, Question question) {}

  /** Reads everything anew, as at a start. */
  void readAgain() {
    try {
      readAll();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void lookAgain() {
    try {
      if (isOutOfDate()) {
        readAll();
      } else {
        follow();
      }
      failing = false;
    } catch (SQLException | RuntimeException e) {
      if (!failing) {
        LOG.warnf("The list stays as it was, as clinics can't be read: %s", e.getMessage());
      }
      failing = true;
    }
  }

  private boolean isOutOfDate() {
    return !current.day().equals(LocalDate.now(clock))
        || lookedAt.plus(LONGEST_ABSENCE).isBefore(clock.instant());
  }

  private synchronized void readAll() throws SQLException {
    Instant begin = clock.instant();
    try (Connection connection = database.getConnection()) {
      String seen = changes.horizon(connection);
      Set<String> all = slugs(connection);
      if (current != null) {
        current.listings().forEach(it -> all.add(it.slug()));
      }
      replace(connection, all);
      horizon = seen;
      handled = Set.of();
    }
    lookedAt = begin;
  }

  private synchronized void follow() throws SQLException {
    Instant begin = clock.instant();
    try (Connection connection = database.getConnection()) {
      Changes found = changes.since(horizon, connection);
      Set<Change> fresh = new HashSet<>(found.changes());
      fresh.removeAll(handled);
      if (!fresh.isEmpty()) {
        replace(connection, fresh.stream().map(Change::clinic).collect(Collectors.toSet()));
      }
      horizon = found.horizon();
      handled = found.changes();
    }
    lookedAt = begin;
  }

  /** Reads these clinics and publishes a catalogue in which nothing else is different. */
  private void replace(Connection connection, Collection<String> slugs) throws SQLException {
    LocalDate day = LocalDate.now(clock);
    Instant answersSince = AnswerTimes.since(clock.instant());
    TreeMap<String, Listing> known = new TreeMap<>();
    if (current != null) {
      current.listings().forEach(it -> known.put(it.key(), it));
    }
    List<Listing> listings = new ArrayList<>();
    Set<String> replaced = new HashSet<>(slugs);
    known.values().stream().filter(it -> !replaced.contains(it.slug())).forEach(listings::add);
    CatalogueReader reader = new CatalogueReader(rates);
    for (List<String> batch : batches(slugs)) {
      listings.addAll(take(batch, reader.read(connection, batch, day, answersSince), known));
    }
    listings.sort(Comparator.comparing(Listing::slug).thenComparing(Listing::therapy));
    publish(new Catalogue(day, List.copyOf(listings), words.open()));
  }

  /** Keeps what is the same as before, as most is at the start of a new day. */
  private List<Listing> take(
      List<String> batch, List<Found> found, TreeMap<String, Listing> known) {
    Map<String, List<Found>> byClinic =
        found.stream().collect(Collectors.groupingBy(it -> it.listing().slug()));
    List<Listing> taken = new ArrayList<>();
    for (String slug : batch) {
      List<Found> ofClinic = byClinic.getOrDefault(slug, List.of());
      boolean same = true;
      for (Found each : ofClinic) {
        Listing before = known.get(each.listing().key());
        same &= before != null && before.words() == each.listing().words();
        taken.add(each.listing().equals(before) ? before : each.listing());
      }
      if (!same || ofClinic.size() != count(known, slug)) {
        words.replace(slug, ofClinic.stream().map(Found::words).toList());
      }
    }
    return taken;
  }

  private static int count(TreeMap<String, Listing> known, String slug) {
    return known.subMap(slug + "/", slug + "0").size();
  }

  private void publish(Catalogue next) {
    Catalogue before = current;
    current = next;
    if (before != null) {
      before.letGo();
    }
  }

  private static Set<String> slugs(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select slug from clinic");
        ResultSet row = statement.executeQuery()) {
      Set<String> slugs = new TreeSet<>();
      while (row.next()) {
        slugs.add(row.getString(1));
      }
      return slugs;
    }
  }

  private static List<List<String>> batches(Collection<String> all) {
    List<String> sorted = all.stream().sorted().toList();
    List<List<String>> batches = new ArrayList<>();
    for (int from = 0; from < sorted.size(); from += BATCH) {
      batches.add(sorted.subList(from, Math.min(sorted.size(), from + BATCH)));
    }
    return batches;
  }

  /** Read once: the table is shipped with the project. */
  @Produces
  @Singleton
  static Rates rates() {
    return Rates.shipped();
  }
}
