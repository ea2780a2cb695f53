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
import java.util.EnumMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads one filter after the other and keeps what went wrong. */
final class FilterReader {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final int MOST_VALUES = 20;
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_TEXT = 100;
  private static final int BEST_LEVEL = 3;

  private final Rates rates;
  private final List<FieldError> errors = new ArrayList<>();
  private final Map<Attribute, List<String>> wanted = new EnumMap<>(Attribute.class);

  private FilterReader(Rates rates) {
    this.rates = rates;
  }

  /**
   * @throws Problem 422 naming every filter that can't be read; 400 for the limit
   */
  static ClinicFilter read(ClinicQuery query, Rates rates) {
    var reader = new FilterReader(rates);
    ClinicFilter filter = reader.filter(query);
    if (!reader.errors.isEmpty()) {
      throw Problem.invalid(reader.errors);
    }
    return filter;
  }

  private ClinicFilter filter(ClinicQuery query) {
    want(Attribute.COUNTRY, codes(query.country), FilterReader::country);
    want(Attribute.CITY, query.city, FilterReader::name);
    want(Attribute.LANGUAGE, codes(query.language), FilterReader::language);
    want(Attribute.CELL_SOURCE, codes(query.cellSource), it -> CellSource.valueOf(it).name());
    want(Attribute.LEGAL_BASIS, codes(query.legalBasis), it -> LegalBasis.valueOf(it).name());
    want(Attribute.ACCREDITATION, query.accreditation, FilterReader::name);
    want(
        Attribute.IMAGING_GUIDANCE,
        codes(query.imagingGuidance),
        it -> ImagingGuidance.valueOf(it).name());
    List<String> levels = one("verifiedAtLeast", query.verifiedAtLeast, FilterReader::levels);
    if (levels != null) {
      wanted.put(Attribute.VERIFICATION, levels);
    }
    String currency = one("currency", query.currency, this::currency);
    List<String> prices = query.maxPrice == null ? List.of() : query.maxPrice;
    Money ceiling = ceiling(prices, currency);
    return new ClinicFilter(
        one("therapy", query.therapy, FilterReader::slug),
        wanted,
        ceiling,
        prices.contains(Listing.UNKNOWN),
        ceiling == null ? currency : ceiling.currency(),
        one("q", query.q, it -> allowed(it, it.length() <= LONGEST_TEXT)),
        Objects.requireNonNullElse(one("sort", query.sort, Sort::of), Sort.SCORE),
        Page.limit(query.limit));
  }

  private Money ceiling(List<String> prices, String currency) {
    List<String> amounts =
        prices.stream().filter(it -> !it.isBlank() && !it.equals(Listing.UNKNOWN)).toList();
    if (amounts.size() > 1) {
      return refuse("maxPrice");
    }
    BigDecimal amount =
        one("maxPrice", amounts.isEmpty() ? null : amounts.get(0), FilterReader::price);
    return amount == null ? null : new Money(amount, currency == null ? "USD" : currency);
  }

  private void want(Attribute attribute, List<String> values, Function<String, String> how) {
    if (values == null) {
      return;
    }
    List<String> read =
        values.stream()
            .map(it -> one(attribute.apiName(), it, how))
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    if (read.size() > MOST_VALUES) {
      refuse(attribute.apiName());
    } else if (!read.isEmpty()) {
      wanted.put(attribute, read);
    }
  }

  /** Null if nothing was sent, or what was sent can't be read. */
  private <T> T one(String name, String value, Function<String, T> how) {
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      return how.apply(value.strip());
    } catch (IllegalArgumentException e) {
      return refuse(name);
    }
  }

  private <T> T refuse(String name) {
    if (errors.stream().noneMatch(it -> it.pointer().equals("/" + name))) {
      errors.add(new FieldError("/" + name, "unknown-value", advice(name)));
    }
    return null;
  }

  /** Codes have no commas, so several may be sent as one value too. */
  private static List<String> codes(List<String> sent) {
    return sent == null
        ? null
        : sent.stream().flatMap(it -> Stream.of(it.split(","))).map(String::strip).toList();
  }

  private static String slug(String value) {
    return allowed(value, value.matches("[a-z0-9-]{1,60}"));
  }

  private static String country(String value) {
    String code = value.toUpperCase(Locale.ROOT);
    return allowed(code, COUNTRIES.contains(code));
  }

  private static String language(String value) {
    if (value.equals(Listing.UNKNOWN)) {
      return value;
    }
    try {
      Locale locale = new Locale.Builder().setLanguageTag(value).build();
      return allowed(locale.toLanguageTag(), LANGUAGES.contains(locale.getLanguage()));
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String name(String value) {
    return allowed(value, value.length() <= LONGEST_NAME);
  }

  private static List<String> levels(String least) {
    allowed(least, least.matches("[0-3]"));
    return IntStream.rangeClosed(Integer.parseInt(least), BEST_LEVEL)
        .mapToObj(Integer::toString)
        .toList();
  }

  private String currency(String value) {
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

  private static String advice(String name) {
    return switch (name) {
      case "therapy" -> "Use a therapy's short name, such as allogeneic-msc-knee.";
      case "country" -> "Use a country's two letters, such as CO.";
      case "city" -> "Use the name of a city, such as Bogotá.";
      case "language" -> "Use a language's code, such as es.";
      case "cellSource" -> "Use one of " + Arrays.toString(CellSource.values()) + ".";
      case "legalBasis" -> "Use one of " + Arrays.toString(LegalBasis.values()) + ".";
      case "accreditation" -> "Use the name of an accreditation, such as ISO 22525.";
      case "imagingGuidance" -> "Use one of " + Arrays.toString(ImagingGuidance.values()) + ".";
      case "verifiedAtLeast" -> "Use a level from 0 to 3.";
      case "maxPrice" -> "Use digits, such as 8000 or 8000.00.";
      case "currency" -> "Use a currency's three letters, such as USD or EUR.";
      case "q" -> "Use at most " + LONGEST_TEXT + " characters.";
      case "sort" -> "Use score, price or checked.";
      default -> "Use another value.";
    };
  }
}
