package health.sojourn.provider.search;

import health.sojourn.http.FieldError;
import health.sojourn.http.Page;
import health.sojourn.http.Problem;
import health.sojourn.money.Money;
import health.sojourn.money.Rates;
import health.sojourn.provider.offer.CellSource;
import health.sojourn.provider.offer.ImagingGuidance;
import health.sojourn.provider.offer.LegalBasis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * What somebody looks for. Every part may be null.
 *
 * @param ceiling a price range must begin at or below it
 * @param currency in which prices are shown besides their own
 */
record ClinicFilter(
    String therapy,
    String country,
    String city,
    String language,
    CellSource cellSource,
    LegalBasis legalBasis,
    ImagingGuidance imagingGuidance,
    Money ceiling,
    String currency,
    int limit) {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  /**
   * @throws Problem 422 naming every filter that can't be read
   */
  static ClinicFilter read(ClinicQuery query, Rates rates) {
    var reader = new Reader();
    String currency = reader.read("currency", query.currency, it -> currency(it, rates));
    BigDecimal price = reader.read("maxPrice", query.maxPrice, ClinicFilter::price);
    Money ceiling = price == null ? null : new Money(price, currency == null ? "USD" : currency);
    var filter =
        new ClinicFilter(
            reader.read("therapy", query.therapy, ClinicFilter::slug),
            reader.read("country", query.country, ClinicFilter::country),
            blankToNull(query.city),
            reader.read("language", query.language, ClinicFilter::language),
            reader.read("cellSource", query.cellSource, CellSource::valueOf),
            reader.read("legalBasis", query.legalBasis, LegalBasis::valueOf),
            reader.read("imagingGuidance", query.imagingGuidance, ImagingGuidance::valueOf),
            ceiling,
            ceiling == null ? currency : ceiling.currency(),
            Page.limit(query.limit));
    if (!reader.errors.isEmpty()) {
      throw Problem.invalid(reader.errors);
    }
    return filter;
  }

  /** The filters that can be removed one by one, for the page. */
  boolean isEmpty() {
    return country == null
        && city == null
        && language == null
        && cellSource == null
        && legalBasis == null
        && imagingGuidance == null
        && ceiling == null;
  }

  private static String slug(String value) {
    return allowed(value, value.matches("[a-z0-9-]{1,60}"));
  }

  private static String country(String value) {
    String code = value.toUpperCase(Locale.ROOT);
    return allowed(code, COUNTRIES.contains(code));
  }

  private static String language(String value) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(value).build();
      return allowed(locale.toLanguageTag(), LANGUAGES.contains(locale.getLanguage()));
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String currency(String value, Rates rates) {
    String code = value.toUpperCase(Locale.ROOT);
    return allowed(code, rates.knows(code));
  }

  private static BigDecimal price(String value) {
    return new BigDecimal(allowed(value, value.matches("\\d{1,12}(\\.\\d{1,2})?")));
  }

  private static String allowed(String value, boolean allowed) {
    if (!allowed) {
      throw new IllegalArgumentException(value);
    }
    return value;
  }

  private static String blankToNull(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Reads one filter after the other and keeps what went wrong. */
  private static final class Reader {
    private final List<FieldError> errors = new ArrayList<>();

    <T> T read(String name, String value, Function<String, T> how) {
      String text = blankToNull(value);
      if (text == null) {
        return null;
      }
      try {
        return how.apply(text);
      } catch (IllegalArgumentException e) {
        errors.add(new FieldError("/" + name, "unknown-value", advice(name)));
        return null;
      }
    }

    private static String advice(String name) {
      return switch (name) {
        case "therapy" -> "Use a therapy's short name, such as allogeneic-msc-knee.";
        case "country" -> "Use a country's two letters, such as CO.";
        case "language" -> "Use a language's code, such as es.";
        case "cellSource" -> "Use one of " + Arrays.toString(CellSource.values()) + ".";
        case "legalBasis" -> "Use one of " + Arrays.toString(LegalBasis.values()) + ".";
        case "imagingGuidance" -> "Use one of " + Arrays.toString(ImagingGuidance.values()) + ".";
        case "maxPrice" -> "Use digits, such as 8000 or 8000.00.";
        case "currency" -> "Use a currency's three letters, such as USD or EUR.";
        default -> "Use another value.";
      };
    }
  }
}
