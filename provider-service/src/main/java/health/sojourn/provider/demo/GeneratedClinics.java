package health.sojourn.provider.demo;

import health.sojourn.provider.offer.CellSource;
import health.sojourn.provider.offer.ImagingGuidance;
import health.sojourn.provider.offer.LegalBasis;
import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.Level;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Any number of invented clinics, as uneven as life: most in a few countries, many facts unknown,
 * some expired, prices in several currencies. The same seed gives the same clinics. They are
 * written straight into the tables, as thousands of them are for measuring the list and for nothing
 * else: other services do not hear of them.
 */
public final class GeneratedClinics {
  /** What their short names begin with. */
  public static final String PREFIX = "demo-generated-";

  private static final int CHUNK = 1000;
  private static final String KNEE = "allogeneic-msc-knee";
  private static final List<String> OTHER_THERAPIES =
      List.of("allogeneic-msc-hip", "autologous-prp-knee");
  private static final List<String> CHECKS =
      List.of("the issuer, on request", "our visit", "a document the clinic sent");
  private static final List<String> INCLUDED =
      List.of(
          "cells and injection",
          "first consultation",
          "ultrasound",
          "follow-up calls",
          "blood tests",
          "interpreter");
  private static final List<String> EXCLUDED = List.of("flights", "hotel", "MRI", "medicines");
  private static final List<String> ACCREDITATIONS =
      List.of("ISO 22525", "JCI", "GHA", "Temos", "National accreditation (demo)");
  private static final List<String> WORDS =
      List.of("Ortopedia", "Joint Centre", "Cell Clinic", "Knee House", "Regeneración", "Sport");

  /** Where clinics are, those with most first. */
  private static final List<City> CITIES =
      List.of(
          new City("MX", "Tijuana", "America/Tijuana", 32.53, -117.02, "MXN", "es"),
          new City("CO", "Bogotá", "America/Bogota", 4.71, -74.07, "USD", "es"),
          new City("TR", "Istanbul", "Europe/Istanbul", 41.01, 28.98, "EUR", "tr"),
          new City("TH", "Bangkok", "Asia/Bangkok", 13.76, 100.5, "THB", "th"),
          new City("CO", "Medellín", "America/Bogota", 6.24, -75.58, "USD", "es"),
          new City("MX", "Cancún", "America/Cancun", 21.16, -86.85, "USD", "es"),
          new City("KR", "Seoul", "Asia/Seoul", 37.57, 126.98, "KRW", "ko"),
          new City("PA", "Panama City", "America/Panama", 8.98, -79.52, "USD", "es"),
          new City("DE", "Munich", "Europe/Berlin", 48.14, 11.58, "EUR", "de"),
          new City("JP", "Tokyo", "Asia/Tokyo", 35.68, 139.69, "JPY", "ja"),
          new City("MX", "Guadalajara", "America/Mexico_City", 20.67, -103.35, "MXN", "es"),
          new City("CO", "Cali", "America/Bogota", 3.45, -76.53, "COP", "es"),
          new City("TR", "Antalya", "Europe/Istanbul", 36.9, 30.71, "EUR", "tr"),
          new City("TH", "Phuket", "Asia/Bangkok", 7.89, 98.39, "THB", "th"),
          new City("KR", "Busan", "Asia/Seoul", 35.18, 129.08, "KRW", "ko"),
          new City("DE", "Berlin", "Europe/Berlin", 52.52, 13.4, "EUR", "de"),
          new City("JP", "Osaka", "Asia/Tokyo", 34.69, 135.5, "JPY", "ja"),
          new City("CR", "San José", "America/Costa_Rica", 9.93, -84.08, "USD", "es"),
          new City("ES", "Málaga", "Europe/Madrid", 36.72, -4.42, "EUR", "es"),
          new City("CO", "Barranquilla", "America/Bogota", 10.97, -74.8, "COP", "es"),
          new City("MX", "Monterrey", "America/Monterrey", 25.69, -100.32, "MXN", "es"),
          new City("DE", "Cologne", "Europe/Berlin", 50.94, 6.96, "EUR", "de"),
          new City("CH", "Zürich", "Europe/Zurich", 47.37, 8.54, "CHF", "de"),
          new City("TR", "İzmir", "Europe/Istanbul", 38.42, 27.14, "TRY", "tr"),
          new City(
              "AR", "Buenos Aires", "America/Argentina/Buenos_Aires", -34.6, -58.38, "USD", "es"),
          new City("BR", "São Paulo", "America/Sao_Paulo", -23.55, -46.63, "USD", "pt"),
          new City("IN", "Chennai", "Asia/Kolkata", 13.08, 80.27, "USD", "en"),
          new City("GB", "London", "Europe/London", 51.51, -0.13, "GBP", "en"),
          new City("CZ", "Prague", "Europe/Prague", 50.08, 14.44, "EUR", "cs"),
          new City("AE", "Dubai", "Asia/Dubai", 25.2, 55.27, "USD", "ar"));

  private record City(
      String country,
      String name,
      String timeZone,
      double latitude,
      double longitude,
      String currency,
      String language) {}

  private final Random random;
  private final LocalDate today;
  private final Map<String, StringBuilder> rows = new LinkedHashMap<>();

  /** How much this clinic lets others check, between 0 and 1. */
  private double openness;

  private GeneratedClinics(long seed, LocalDate today) {
    this.random = new Random(seed);
    this.today = today;
    for (String table :
        List.of(
            "clinic (slug, name, country, city, time_zone, latitude, longitude, demo, own_words,"
                + " open_leads, paused)",
            "clinic_fact (clinic_slug, name, value, unit, source, level, checked_at, checked_by,"
                + " valid_to)",
            "offer (id, clinic_slug, therapy, kellgren_lawrence, age_min, age_max, bmi_max,"
                + " excludes)",
            "offer_fact (offer_id, name, value, unit, source, level, checked_at, checked_by,"
                + " valid_to)",
            "answer_time (id, clinic_slug, answered_at, hours)")) {
      rows.put(table, new StringBuilder());
    }
  }

  /**
   * Every second clinic has two offers.
   *
   * @param connection the caller's, who commits
   * @param today facts are checked before it, and some expire before it
   */
  public static void copyInto(Connection connection, int clinics, long seed, LocalDate today)
      throws SQLException {
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    var generated = new GeneratedClinics(seed, today);
    for (int number = 1; number <= clinics; number++) {
      generated.add(number);
      if (number % CHUNK == 0 || number == clinics) {
        generated.copy(copy);
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze clinic, clinic_fact, offer, offer_fact, answer_time");
    }
  }

  private void copy(CopyManager copy) throws SQLException {
    for (Map.Entry<String, StringBuilder> table : rows.entrySet()) {
      try {
        copy.copyIn(
            "copy " + table.getKey() + " from stdin",
            new StringReader(table.getValue().toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      table.getValue().setLength(0);
    }
  }

  private void add(int number) {
    openness = Math.pow(random.nextDouble(), 1.6);
    City city = CITIES.get((int) (CITIES.size() * Math.pow(random.nextDouble(), 2.2)));
    String slug = PREFIX + "%06d".formatted(number);
    String name = "Demo %s %s %d".formatted(any(WORDS), city.name(), number);
    row("clinic", slug, name, city.country(), city.name(), city.timeZone())
        .values(
            near(city.latitude()),
            near(city.longitude()),
            true,
            likely(0.3) ? "Invented for measuring. We treat knees and hips." : null,
            5 + random.nextInt(20),
            likely(0.05))
        .end();
    clinicFacts(slug, city, number);
    offer(slug, KNEE, city, number);
    if (number % 2 == 0) {
      offer(slug, any(OTHER_THERAPIES), city, number);
    }
    for (int i = likely(0.6) ? 1 + random.nextInt(4) : 0; i > 0; i--) {
      row("answer_time", uuid(), slug, today.minusDays(1 + random.nextInt(80)) + "T08:00:00Z")
          .values(decimal(1 + 70 * Math.pow(random.nextDouble(), 2)))
          .end();
    }
  }

  private void clinicFacts(String slug, City city, int number) {
    Facts facts = new Facts("clinic_fact", slug);
    facts.maybe(0.8, FactName.LICENCE, null, "DEMO-" + city.country() + "-" + number);
    facts.maybe(
        0.6, FactName.LICENCE_AUTHORITY, null, "Health office of " + city.name() + " (demo)");
    facts.maybe(0.7, FactName.LEAD_DOCTOR, null, "Dr Demo " + number + " (orthopaedic surgeon)");
    facts.maybe(0.5, FactName.DOCTOR_LICENCE, null, "DEMO-RM-" + number);
    facts.maybe(0.35, FactName.ACCREDITATIONS, null, some(ACCREDITATIONS, 0.3));
    facts.maybe(0.2, FactName.ACCREDITATION_NUMBER, null, "DEMO-A-" + number);
    String second = likely(0.8) ? "en" : "fr";
    boolean both = likely(0.55) && !second.equals(city.language());
    facts.maybe(
        0.95,
        FactName.LANGUAGES,
        null,
        both ? new String[] {city.language(), second} : new String[] {city.language()});
    facts.maybe(0.6, FactName.AIRPORTS, null, "Airport of " + city.name());
    facts.maybe(0.4, FactName.COMPLICATION_PLAN, null, "Own emergency number");
  }

  private void offer(String slug, String therapy, City city, int number) {
    String id = uuid();
    row("offer", id, slug, therapy, "{1,2,3}")
        .values(30 + random.nextInt(10), 70 + random.nextInt(15), 34, "{CANCER,INFECTION}")
        .end();
    Facts facts = new Facts("offer_fact", id);
    facts.maybe(0.8, FactName.LEGAL_BASIS, null, any(LegalBasis.values()));
    facts.maybe(0.5, FactName.LEGAL_NUMBER, null, "DEMO-L-" + number);
    facts.maybe(0.85, FactName.CELL_SOURCE, null, any(CellSource.values()));
    int dose = 10 * (1 + random.nextInt(10));
    facts.both(0.7, FactName.DOSE_MIN, FactName.DOSE_MAX, "million cells", dose, dose + dose / 2);
    facts.maybe(0.7, FactName.DOSE_PER, null, likely(0.7) ? "KNEE" : "SESSION");
    facts.maybe(0.7, FactName.SESSIONS, null, "" + (1 + random.nextInt(3)));
    facts.maybe(0.5, FactName.STORAGE, null, likely(0.6) ? "CRYOPRESERVED" : "FRESH");
    facts.maybe(0.4, FactName.VIABILITY, "%", "" + (70 + random.nextInt(28)));
    facts.maybe(0.3, FactName.RELEASE_TESTS, null, "sterility", "endotoxin");
    facts.maybe(0.4, FactName.BATCH_CERTIFICATE, null, "" + likely(0.5));
    facts.maybe(0.5, FactName.MANUFACTURER, null, "Demo Cell Laboratory " + number % 40);
    facts.maybe(0.3, FactName.GMP_CERTIFICATE, null, "DEMO-GMP-" + number);
    facts.maybe(0.7, FactName.IMAGING_GUIDANCE, null, any(ImagingGuidance.values()));
    facts.maybe(0.5, FactName.ANAESTHESIA, null, "Local");
    facts.maybe(0.5, FactName.STAY_NIGHTS, "nights", "" + random.nextInt(4));
    facts.maybe(0.5, FactName.FOLLOW_UP_VISITS, "visits", "" + random.nextInt(5));
    price(facts, city.currency());
  }

  /** Between two and thirty thousand dollars, most at the lower end. */
  private void price(Facts facts, String currency) {
    long dollars = 500 * (4 + (long) (56 * Math.pow(random.nextDouble(), 2.5)));
    long min = dollars * UNITS_PER_DOLLAR.getOrDefault(currency, 1L);
    facts.both(
        0.82, FactName.PRICE_MIN, FactName.PRICE_MAX, currency, min, min + min / (2 + number(6)));
    facts.maybe(0.6, FactName.PRICE_INCLUDED, null, some(INCLUDED, 0.5));
    facts.maybe(0.5, FactName.PRICE_EXCLUDED, null, some(EXCLUDED, 0.5));
    facts.maybe(0.4, FactName.DEPOSIT, "%", "" + 5 * random.nextInt(7));
  }

  private static final Map<String, Long> UNITS_PER_DOLLAR =
      Map.of("MXN", 19L, "COP", 4100L, "TRY", 41L, "THB", 32L, "KRW", 1400L, "JPY", 147L);

  /** Writes what one clinic or offer states. */
  private final class Facts {
    private final String table;
    private final String of;

    Facts(String table, String of) {
      this.table = table;
      this.of = of;
    }

    void maybe(double likelihood, FactName name, String unit, String... value) {
      if (likely(likelihood)) {
        state(name, unit, level(), value);
      }
    }

    void both(double likelihood, FactName from, FactName to, String unit, long min, long max) {
      if (likely(likelihood)) {
        Level level = level();
        state(from, unit, level, "" + min);
        state(to, unit, level, "" + max);
      }
    }

    private void state(FactName name, String unit, Level level, String... value) {
      StringJoiner array = new StringJoiner("\",\"", "{\"", "\"}");
      for (String each : value) {
        array.add(each);
      }
      boolean checked = level.isChecked();
      row(table, of, name.name(), array.toString(), unit)
          .values(
              checked ? CHECKS.get(number(2)) : "the clinic",
              level,
              checked ? today.minusDays(30 + number(400)) : null,
              checked ? "Sojourn demo checks" : null,
              likely(0.3) ? today.plusDays(number(900) - 100) : null)
          .end();
    }

    private Level level() {
      double drawn = random.nextDouble() * (0.4 + openness);
      if (likely(0.02)) {
        return Level.FAILED_OR_EXPIRED;
      }
      if (drawn < 0.25) {
        return Level.SELF_DECLARED;
      }
      if (drawn < 0.45) {
        return Level.DOCUMENT_UPLOADED;
      }
      return drawn < 0.9 ? Level.CHECKED_WITH_ISSUER : Level.CONFIRMED_OR_VISITED;
    }
  }

  private Row row(String table, String... values) {
    for (Map.Entry<String, StringBuilder> each : rows.entrySet()) {
      if (each.getKey().startsWith(table + " ")) {
        return new Row(each.getValue()).values((Object[]) values);
      }
    }
    throw new IllegalArgumentException(table);
  }

  /** One line of PostgreSQL's copy format; nothing here holds a tab or a backslash. */
  private record Row(StringBuilder line) {
    Row values(Object... values) {
      for (Object value : values) {
        line.append(value == null ? "\\N" : value).append('\t');
      }
      return this;
    }

    void end() {
      line.setCharAt(line.length() - 1, '\n');
    }
  }

  private String[] some(List<String> from, double likelihood) {
    List<String> some = from.stream().filter(it -> likely(likelihood)).toList();
    return some.isEmpty() ? new String[] {from.get(0)} : some.toArray(String[]::new);
  }

  private <T> T any(List<T> from) {
    return from.get(number(from.size()));
  }

  private String any(Enum<?>[] from) {
    return from[(int) (from.length * Math.pow(random.nextDouble(), 1.7))].name();
  }

  private int number(int below) {
    return random.nextInt(below);
  }

  private boolean likely(double likelihood) {
    return random.nextDouble() < likelihood;
  }

  private String near(double degrees) {
    return decimal(degrees + random.nextGaussian() * 0.05);
  }

  private static String decimal(double number) {
    return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private String uuid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
