package health.sojourn.provider.search;

import health.sojourn.http.Language;
import health.sojourn.money.Money;
import health.sojourn.money.Rates;
import health.sojourn.provider.offer.CellSource;
import health.sojourn.provider.offer.Dose;
import health.sojourn.provider.offer.DosePer;
import health.sojourn.provider.offer.ImagingGuidance;
import health.sojourn.provider.offer.LegalBasis;
import health.sojourn.provider.offer.PriceRange;
import health.sojourn.provider.search.Listing.Comparable;
import health.sojourn.provider.verification.Checked;
import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.FactName.Kind;
import health.sojourn.provider.verification.FactName.Subject;
import health.sojourn.provider.verification.Level;
import health.sojourn.web.Notation;
import health.sojourn.web.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Reads listings out of the database, as of a day. Equal values are kept once. */
final class CatalogueReader {
  private static final Logger LOG = Logger.getLogger(CatalogueReader.class);

  private static final int PUBLIC_FACTS =
      FactName.publicOnes(Subject.CLINIC).size() + FactName.publicOnes(Subject.OFFER).size();

  private static final String[] FREE_TEXT =
      Arrays.stream(FactName.values())
          .filter(it -> it.isPublic() && (it.kind() == Kind.TEXT || it.kind() == Kind.LIST))
          .map(Enum::name)
          .toArray(String[]::new);

  /** A clinic's facts and an offer's are each gone through once, whatever is asked of them. */
  private static final String READ =
      """
      with today as (select cast(? as date) as day),
      wanted as (select unnest(cast(? as text[])) as slug),
      held as (
        select f.*, f.valid_to is null or f.valid_to >= today.day as holds
        from clinic_fact f join wanted on wanted.slug = f.clinic_slug cross join today
      ),
      about_clinic as (
        select clinic_slug,
          max(value) filter (where name = 'LANGUAGES') as languages,
          bool_or(holds and level in ('CHECKED_WITH_ISSUER', 'CONFIRMED_OR_VISITED'))
            filter (where name = 'LANGUAGES') as languages_checked,
          max(value) filter (where name = 'ACCREDITATIONS' and holds
            and level <> 'FAILED_OR_EXPIRED') as accreditations,
          max(case when holds then level else 'FAILED_OR_EXPIRED' end)
            filter (where name = 'LICENCE') as licence,
          count(*) filter (where name <> 'LEAD_EMAIL' and holds
            and level in ('CHECKED_WITH_ISSUER', 'CONFIRMED_OR_VISITED')) as checked,
          string_agg(array_to_string(value, ' '), ' ' order by name)
            filter (where name = any(?)) as words
        from held group by clinic_slug
      ),
      offered as (
        select f.*, o.clinic_slug, o.therapy, f.valid_to is null or f.valid_to >= today.day as holds
        from offer o join wanted on wanted.slug = o.clinic_slug cross join today
          left join offer_fact f on f.offer_id = o.id
      ),
      about_offer as (
        select clinic_slug, therapy,
          max(value[1]) filter (where name = 'CELL_SOURCE') as cell_source,
          max(value[1]) filter (where name = 'LEGAL_BASIS') as legal_basis,
          max(value[1]) filter (where name = 'IMAGING_GUIDANCE') as imaging_guidance,
          max(value[1]) filter (where name = 'DOSE_MIN') as dose_min,
          max(value[1]) filter (where name = 'DOSE_MAX') as dose_max,
          max(value[1]) filter (where name = 'DOSE_PER') as dose_per,
          max(value[1]) filter (where name = 'PRICE_MIN') as price_min,
          max(unit) filter (where name = 'PRICE_MIN') as price_min_currency,
          max(valid_to) filter (where name = 'PRICE_MIN') as price_valid_to,
          max(value[1]) filter (where name = 'PRICE_MAX') as price_max,
          max(unit) filter (where name = 'PRICE_MAX') as price_max_currency,
          max(value) filter (where name = 'PRICE_INCLUDED') as included,
          max(value) filter (where name = 'PRICE_EXCLUDED') as excluded,
          count(*) filter (where holds
            and level in ('CHECKED_WITH_ISSUER', 'CONFIRMED_OR_VISITED')) as checked,
          string_agg(array_to_string(value, ' '), ' ' order by name)
            filter (where name = any(?)) as words
        from offered group by clinic_slug, therapy
      )
      select c.slug, c.name, c.country, c.city, c.latitude, c.longitude, c.demo, c.own_words,
        a.languages, a.languages_checked, a.accreditations, a.licence, a.words,
        (select percentile_cont(0.5) within group (order by t.hours) from answer_time t
          where t.clinic_slug = c.slug and t.answered_at > ?) as answer_hours,
        o.therapy, o.cell_source, o.legal_basis, o.imaging_guidance,
        o.dose_min, o.dose_max, o.dose_per,
        o.price_min, o.price_min_currency, o.price_valid_to, o.price_max, o.price_max_currency,
        o.included, o.excluded, o.words as offer_words,
        coalesce(a.checked, 0) + o.checked as checked
      from clinic c
        join about_offer o on o.clinic_slug = c.slug
        left join about_clinic a on a.clinic_slug = c.slug
      where c.suspended_on is null
      order by c.slug, o.therapy
      """;

  private final Rates rates;
  private final Map<Object, Object> once = new HashMap<>();

  CatalogueReader(Rates rates) {
    this.rates = rates;
  }

  /** A listing and what can be found of it. */
  record Found(Listing listing, TextIndex.Words words) {}

  /**
   * @param answersSince from when on answers count
   */
  List<Found> read(
      Connection connection, Collection<String> slugs, LocalDate day, Instant answersSince)
      throws SQLException {
    Array texts = connection.createArrayOf("text", FREE_TEXT);
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setDate(1, Date.valueOf(day));
      statement.setArray(2, connection.createArrayOf("text", slugs.toArray()));
      statement.setArray(3, texts);
      statement.setArray(4, texts);
      statement.setTimestamp(5, Timestamp.from(answersSince));
      List<Found> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          try {
            found.add(found(row));
          } catch (IllegalArgumentException | ArithmeticException e) {
            // One clinic that can't be read must not keep all others from being found.
            LOG.errorf("Not in the list, as it can't be read: %s (%s)", row.getString("slug"), e);
          }
        }
      }
      return found;
    }
  }

  /** Null if the table of rates does not know a currency. */
  static Comparable comparable(Money min, Money max, Rates rates) {
    Optional<Money> low = rates.convert(min, "USD");
    Optional<Money> high = rates.convert(max, "USD");
    return low.isEmpty() || high.isEmpty() ? null : new Comparable(cents(low), cents(high));
  }

  private static long cents(Optional<Money> dollars) {
    return dollars.orElseThrow().amount().movePointRight(2).longValueExact();
  }

  private Found found(ResultSet row) throws SQLException {
    Listing unfinished = listing(row, 0);
    String free =
        Stream.of(row.getString("own_words"), row.getString("words"), row.getString("offer_words"))
            .filter(it -> it != null)
            .reduce("", (one, other) -> one + " " + other);
    TextIndex.Words words = words(unfinished, free);
    return new Found(listing(row, words.hashCode()), words);
  }

  private Listing listing(ResultSet row, int words) throws SQLException {
    PriceRange price = price(row);
    return new Listing(
        row.getString("slug"),
        row.getString("name"),
        kept(row.getString("country")),
        kept(row.getString("city")),
        row.getDouble("latitude"),
        row.getDouble("longitude"),
        row.getBoolean("demo"),
        list(row, "languages"),
        row.getBoolean("languages_checked"),
        list(row, "accreditations"),
        licence(row.getString("licence")),
        answerTenths(row.getBigDecimal("answer_hours")),
        kept(row.getString("therapy")),
        code(row.getString("cell_source"), CellSource.UNKNOWN),
        code(row.getString("legal_basis"), LegalBasis.UNKNOWN),
        code(row.getString("imaging_guidance"), ImagingGuidance.UNKNOWN),
        dose(row),
        price,
        price == null ? null : kept(comparable(price.min(), price.max(), rates)),
        kept(new Checked(PUBLIC_FACTS, row.getInt("checked"))),
        words);
  }

  static TextIndex.Words words(Listing listing, String free) {
    return new TextIndex.Words(
        listing.key(),
        named(listing, Language.ENGLISH),
        named(listing, Language.SPANISH),
        stated(listing, Language.ENGLISH) + free,
        stated(listing, Language.SPANISH) + free);
  }

  private static String named(Listing listing, Language language) {
    return String.join(
        " ", listing.name(), listing.city(), Notation.country(listing.country(), language));
  }

  private static String stated(Listing listing, Language language) {
    List<String> said = new ArrayList<>();
    said.add(Words.of("therapy", listing.therapy(), language));
    said.add(Words.of("cellSource", listing.cellSource(), language));
    said.add(Words.of("legalBasis", listing.legalBasis(), language));
    said.add(Words.of("imagingGuidance", listing.imagingGuidance(), language));
    listing.languages().forEach(it -> said.add(Notation.language(it, language)));
    return String.join(" ", said);
  }

  private PriceRange price(ResultSet row) throws SQLException {
    String min = row.getString("price_min");
    String max = row.getString("price_max");
    if (min == null || max == null) {
      return null;
    }
    Date validTo = row.getDate("price_valid_to");
    return kept(
        new PriceRange(
            kept(Money.of(min, kept(row.getString("price_min_currency")))),
            kept(Money.of(max, kept(row.getString("price_max_currency")))),
            list(row, "included"),
            list(row, "excluded"),
            validTo == null ? null : kept(validTo.toLocalDate())));
  }

  private Dose dose(ResultSet row) throws SQLException {
    String min = row.getString("dose_min");
    String max = row.getString("dose_max");
    return min == null || max == null
        ? null
        : kept(
            new Dose(
                new BigDecimal(min),
                new BigDecimal(max),
                code(row.getString("dose_per"), DosePer.KNEE)));
  }

  private List<String> list(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null
        ? List.of()
        : kept(Arrays.stream((String[]) array.getArray()).map(this::kept).toList());
  }

  private static String licence(String level) {
    return level == null ? Listing.UNKNOWN : Level.valueOf(level).code();
  }

  private static int answerTenths(BigDecimal hours) {
    return hours == null
        ? -1
        : hours.movePointRight(1).setScale(0, RoundingMode.HALF_UP).intValueExact();
  }

  private static <E extends Enum<E>> E code(String value, E unknown) {
    return value == null ? unknown : Enum.valueOf(unknown.getDeclaringClass(), value);
  }

  @SuppressWarnings("unchecked")
  private <T> T kept(T value) {
    return value == null ? null : (T) once.computeIfAbsent(value, same -> value);
  }
}
