package health.sojourn.provider.search;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.sojourn.money.Money;
import health.sojourn.money.Rates;
import health.sojourn.provider.demo.GeneratedClinics;
import health.sojourn.testing.RealPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Twenty thousand clinics with thirty thousand offers on a real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeCatalogueTest {
  private static final int CLINICS = 20_000;
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final Clock NOON =
      Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

  /** What a checked fact is, written a second time and straight out of the database. */
  private static final String CHECKED =
      "level in ('CHECKED_WITH_ISSUER', 'CONFIRMED_OR_VISITED')"
          + " and (valid_to is null or valid_to >= date '2026-11-25')";

  private DataSource database;
  private CatalogueIndex index;

  @BeforeAll
  void fill() throws SQLException {
    database = RealPostgres.freshDatabase();
    Flyway.configure().dataSource(database).load().migrate();
    try (Connection connection = database.getConnection()) {
      GeneratedClinics.copyInto(connection, CLINICS, 7, TODAY);
    }
    index = index();
    index.start(null);
  }

  @AfterAll
  void end() {
    index.stop(null);
  }

  @Test
  void isAllThere() {
    assertThat(clinics(ClinicFilter.NONE)).isEqualTo(CLINICS);
    assertThat(listings()).isEqualTo(CLINICS * 3 / 2);
  }

  @Test
  void countsWhatTheDatabaseCounts() throws SQLException {
    Facets facets = facets(ClinicFilter.NONE);
    assertThat(byValue(facets.country()))
        .isEqualTo(counted("select country, count(*) from clinic group by 1"));
    assertThat(byValue(facets.language()))
        .isEqualTo(
            counted(
                """
                select coalesce(l.tag, 'UNKNOWN'), count(*) from clinic c
                left join clinic_fact f on f.clinic_slug = c.slug and f.name = 'LANGUAGES'
                left join lateral unnest(f.value) as l (tag) on true group by 1
                """));
    assertThat(byValue(facets.cellSource()))
        .isEqualTo(
            counted(
                """
                select coalesce(f.value[1], 'UNKNOWN'), count(distinct o.clinic_slug) from offer o
                left join offer_fact f on f.offer_id = o.id and f.name = 'CELL_SOURCE' group by 1
                """));
    assertThat(byValue(facets.accreditation()))
        .isEqualTo(
            counted(
                """
                select coalesce(a.name, 'UNKNOWN'), count(*) from clinic c
                left join clinic_fact f on f.clinic_slug = c.slug and f.name = 'ACCREDITATIONS'
                  and f.level <> 'FAILED_OR_EXPIRED'
                  and (f.valid_to is null or f.valid_to >= date '2026-11-25')
                left join lateral unnest(f.value) as a (name) on true group by 1
                """));
  }

  @Test
  void countsThatFiltersKeepTheirPromise() {
    ClinicFilter filter =
        new ClinicFilter(
            "allogeneic-msc-knee",
            Map.of(Attribute.COUNTRY, List.of("CO", "MX"), Attribute.LANGUAGE, List.of("en")),
            Money.of("9000", "USD"),
            false,
            "USD",
            null,
            Sort.SCORE,
            20);
    for (Attribute attribute :
        List.of(Attribute.COUNTRY, Attribute.CITY, Attribute.CELL_SOURCE, Attribute.LANGUAGE)) {
      for (FacetCount facet : facets(filter).of(attribute)) {
        Map<Attribute, List<String>> chosen = new HashMap<>(filter.wanted());
        chosen.put(attribute, List.of(facet.value()));
        ClinicFilter alone =
            new ClinicFilter(
                filter.therapy(), chosen, filter.ceiling(), false, "USD", null, Sort.SCORE, 20);
        assertThat(clinics(alone)).as("%s %s", attribute, facet.value()).isEqualTo(facet.count());
      }
    }
  }

  @Test
  void knowsHowMuchWasChecked() throws SQLException {
    Map<String, Integer> checked =
        counted(
            """
            select o.clinic_slug || '/' || o.therapy,
              (select count(*) from clinic_fact f where f.clinic_slug = o.clinic_slug
                and f.name <> 'LEAD_EMAIL' and %1$s)
              + (select count(*) from offer_fact f where f.offer_id = o.id and %1$s)
            from offer o where o.clinic_slug < 'demo-generated-000500'
            """
                .formatted(CHECKED));
    Map<String, Integer> known =
        index.ask(
            ClinicFilter.NONE,
            it ->
                it.catalogue().listings().stream()
                    .filter(each -> each.slug().compareTo("demo-generated-000500") < 0)
                    .collect(Collectors.toMap(Listing::key, e -> e.checked().checked())));
    assertThat(known).isEqualTo(checked).hasSizeGreaterThan(700);
  }

  @Test
  void pagesHaveNoGapAndNoRepetitionWhileClinicsComeChangeAndGo() throws SQLException {
    ClinicFilter filter =
        new ClinicFilter(
            null,
            Map.of(Attribute.COUNTRY, List.of("TR")),
            null,
            false,
            null,
            null,
            Sort.CHECKED,
            100);
    Set<String> before = new HashSet<>(slugs(filter));
    var random = new Random(5);
    List<String> seen = new ArrayList<>();
    Position position = null;
    do {
      int turn = random.nextInt(1_000_000);
      execute(
          """
          insert into clinic (slug, name, country, city, time_zone, latitude, longitude, demo,
            open_leads, paused)
          values ('demo-new-%1$d', 'Demo new', 'TR', 'Izmir', 'Europe/Istanbul', 38, 27, true, 1,
            false);
          insert into offer (id, clinic_slug, therapy, kellgren_lawrence, excludes)
          values (gen_random_uuid(), 'demo-new-%1$d', 'allogeneic-msc-knee', '{1}', '{}')
          """
              .formatted(turn));
      await().atMost(5, SECONDS).until(() -> isListed("demo-new-" + turn));
      position = page(filter, position, seen);
    } while (position != null);
    assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    execute("delete from offer where clinic_slug like 'demo-new-%'");
    execute("delete from clinic where slug like 'demo-new-%'");
    await().atMost(5, SECONDS).until(() -> clinics(ClinicFilter.NONE) == CLINICS);
  }

  @Test
  void aCommissionChangesNoOrder() throws SQLException {
    List<List<String>> before = new ArrayList<>();
    for (Sort sort : Sort.values()) {
      before.add(slugs(sorted(sort)));
    }
    execute(
        """
        insert into commission_agreement (clinic_slug, percent_from, percent_to, agreed_on)
        select slug, 5 + random() * 10, 20 + random() * 30, date '2026-01-01' from clinic
        on conflict (clinic_slug) do update
          set percent_from = excluded.percent_from, percent_to = excluded.percent_to
        """);
    CatalogueIndex fresh = index();
    fresh.start(null);
    try {
      for (Sort sort : Sort.values()) {
        assertThat(slugs(fresh, sorted(sort))).isEqualTo(before.get(sort.ordinal()));
      }
    } finally {
      fresh.stop(null);
    }
  }

  @Test
  void aChangeIsSeenSoonWhoeverMadeIt() throws SQLException {
    String slug = GeneratedClinics.PREFIX + "000002";
    execute(
        "update clinic set suspended_on = now(), suspended_because = 'test' where slug = '%s'",
        slug);
    await().atMost(2, SECONDS).until(() -> !isListed(slug));
    execute(
        "update clinic set suspended_on = null, suspended_because = null where slug = '%s'", slug);
    await().atMost(2, SECONDS).until(() -> isListed(slug));
  }

  @Test
  void aChangeInATransactionThatBeganLongAgoIsNotMissed() throws SQLException {
    String late = GeneratedClinics.PREFIX + "000010";
    String soon = GeneratedClinics.PREFIX + "000011";
    try (Connection slow = database.getConnection();
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute("update clinic set city = 'Latecity' where slug = '" + late + "'");
      execute("update clinic set city = 'Sooncity' where slug = '%s'", soon);
      await().atMost(2, SECONDS).until(() -> clinics(inCity("Sooncity")) == 1);
      assertThat(clinics(inCity("Latecity"))).isZero();
      slow.commit();
    }
    await().atMost(2, SECONDS).until(() -> clinics(inCity("Latecity")) == 1);
  }

  @Test
  void readersAreNeverKeptWaitingByAnImport() throws Exception {
    int whole = clinics(sorted(Sort.PRICE));
    var importing =
        new Thread(
            () -> {
              try {
                execute("update clinic_fact set source = source where name = 'LANGUAGES'");
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    importing.start();
    Duration slowest = Duration.ZERO;
    int asked = 0;
    Instant end = Instant.now().plusSeconds(6);
    while (Instant.now().isBefore(end)) {
      long begin = System.nanoTime();
      assertThat(clinics(sorted(Sort.PRICE))).isEqualTo(whole);
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      slowest = took.compareTo(slowest) > 0 ? took : slowest;
      asked++;
    }
    importing.join();
    assertThat(asked).isGreaterThan(100);
    assertThat(slowest).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void isTheSameAfterARestart() throws SQLException {
    CatalogueIndex restarted = index();
    restarted.start(null);
    try {
      assertThat(slugs(restarted, sorted(Sort.SCORE))).isEqualTo(slugs(sorted(Sort.SCORE)));
    } finally {
      restarted.stop(null);
    }
  }

  private CatalogueIndex index() {
    CatalogueIndex made = new CatalogueIndex();
    made.database = database;
    made.changes = new ClinicChanges();
    made.clock = NOON;
    made.rates = Rates.shipped();
    made.metrics = new SimpleMeterRegistry();
    return made;
  }

  private Position page(ClinicFilter filter, Position after, List<String> seen) {
    return index.ask(
        filter,
        it -> {
          Catalogue.Ranked ranked = it.question().ranked();
          int from = after == null ? 0 : ranked.after(after);
          int end = Math.min(ranked.size(), from + filter.limit());
          for (int i = from; i < end; i++) {
            seen.add(it.catalogue().at(ranked.place(i)).slug());
          }
          return end == ranked.size()
              ? null
              : Position.of(ranked.rank(end - 1), seen.get(seen.size() - 1), filter);
        });
  }

  private boolean isListed(String slug) {
    return index.ask(
        ClinicFilter.NONE,
        it -> it.catalogue().listings().stream().anyMatch(each -> each.slug().equals(slug)));
  }

  private int listings() {
    return index.ask(ClinicFilter.NONE, it -> it.catalogue().listings().size());
  }

  private int clinics(ClinicFilter filter) {
    return index.ask(filter, it -> it.question().ranked().size());
  }

  private Facets facets(ClinicFilter filter) {
    return index.ask(filter, it -> it.question().facets());
  }

  private List<String> slugs(ClinicFilter filter) {
    return slugs(index, filter);
  }

  private static List<String> slugs(CatalogueIndex index, ClinicFilter filter) {
    return index.ask(
        filter,
        it -> {
          Catalogue.Ranked ranked = it.question().ranked();
          List<String> slugs = new ArrayList<>();
          for (int i = 0; i < ranked.size(); i++) {
            slugs.add(it.catalogue().at(ranked.place(i)).slug());
          }
          return slugs;
        });
  }

  private static ClinicFilter sorted(Sort sort) {
    return new ClinicFilter(null, Map.of(), null, false, null, null, sort, 20);
  }

  private static ClinicFilter inCity(String city) {
    return new ClinicFilter(
        null, Map.of(Attribute.CITY, List.of(city)), null, false, null, null, Sort.SCORE, 20);
  }

  private static Map<String, Integer> byValue(List<FacetCount> facet) {
    return facet.stream().collect(Collectors.toMap(FacetCount::value, FacetCount::count));
  }

  private Map<String, Integer> counted(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      Map<String, Integer> counted = new HashMap<>();
      while (row.next()) {
        counted.put(row.getString(1), row.getInt(2));
      }
      return counted;
    }
  }

  private void execute(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(values.length == 0 ? sql : sql.formatted(values));
    }
  }
}
