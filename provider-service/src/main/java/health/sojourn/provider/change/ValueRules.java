package health.sojourn.provider.change;

import health.sojourn.http.FieldError;
import health.sojourn.provider.offer.CellSource;
import health.sojourn.provider.offer.DosePer;
import health.sojourn.provider.offer.ImagingGuidance;
import health.sojourn.provider.offer.LegalBasis;
import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.FactName.Kind;
import health.sojourn.provider.verification.FactName.Subject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a fact's value may be, by its name; and the form in which it is kept. */
final class ValueRules {
  static final int LONGEST_TEXT = 500;
  static final int LONGEST_OWN_WORDS = 2000;
  private static final int LONGEST_ENTRY = 120;
  private static final int MOST_ENTRIES = 20;
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private static final Map<FactName, Integer> LONGEST =
      Map.of(
          FactName.NAME, 120,
          FactName.CITY, 80,
          FactName.TIME_ZONE, 60,
          FactName.LEAD_EMAIL, 254,
          FactName.OWN_WORDS, LONGEST_OWN_WORDS);

  private static final Map<FactName, List<String>> CODES =
      Map.of(
          FactName.LEGAL_BASIS, codes(LegalBasis.values(), LegalBasis.UNKNOWN),
          FactName.CELL_SOURCE, codes(CellSource.values(), CellSource.UNKNOWN),
          FactName.IMAGING_GUIDANCE, codes(ImagingGuidance.values(), ImagingGuidance.UNKNOWN),
          FactName.DOSE_PER, codes(DosePer.values(), null),
          FactName.STORAGE, List.of("FRESH", "CRYOPRESERVED"));

  /** The first is meant where none is named. */
  private static final Map<FactName, List<String>> UNITS =
      Map.of(
          FactName.DOSE_MIN, List.of("million cells"),
          FactName.DOSE_MAX, List.of("million cells"),
          FactName.VIABILITY, List.of("%"),
          FactName.DEPOSIT, List.of("%"),
          FactName.STAY_NIGHTS, List.of("nights"),
          FactName.FOLLOW_UP_VISITS, List.of("visits", "video visits", "calls"));

  private static final Set<FactName> WHOLE =
      Set.of(FactName.SESSIONS, FactName.PASSAGE, FactName.STAY_NIGHTS, FactName.FOLLOW_UP_VISITS);

  private static final Map<FactName, Integer> DEGREES =
      Map.of(FactName.LATITUDE, 90, FactName.LONGITUDE, 180);

  private ValueRules() {}

  /** The codes a value may be; empty for what is no code. */
  static List<String> codes(FactName name) {
    return CODES.getOrDefault(name, List.of());
  }

  /** The units to choose from; empty where there is none, or any currency. */
  static List<String> units(FactName name) {
    return UNITS.getOrDefault(name, List.of());
  }

  static boolean isPrice(FactName name) {
    return name == FactName.PRICE_MIN || name == FactName.PRICE_MAX;
  }

  static boolean mayBeEmpty(FactName name) {
    return name.subject() != Subject.ENTRY || name == FactName.OWN_WORDS;
  }

  /** Without what nobody means: white space, empty lines, the same twice. */
  static List<String> tidy(FactName name, List<String> typed) {
    Stream<String> entries = typed.stream().map(String::strip).filter(it -> !it.isEmpty());
    return (name.kind() == Kind.LIST ? entries.distinct() : entries).toList();
  }

  static String longest(FactName name) {
    return String.valueOf(LONGEST.getOrDefault(name, LONGEST_TEXT));
  }

  /** What is wrong with a tidied value; empty if nothing is. */
  static Optional<FieldError> error(FactName name, List<String> value) {
    if (value.isEmpty()) {
      return mayBeEmpty(name)
          ? Optional.empty()
          : wrong("required", "This is part of how the clinic is listed. Write it");
    }
    if (name.kind() != Kind.LIST && value.size() > 1) {
      return wrong("wrong-type", "Send one value, not several");
    }
    return switch (name.kind()) {
      case TEXT -> text(name, value.get(0));
      case CODE ->
          codes(name).contains(value.get(0))
              ? Optional.empty()
              : wrong("unknown-value", "Choose one of " + String.join(", ", codes(name)));
      case YES_NO ->
          Set.of("true", "false").contains(value.get(0))
              ? Optional.empty()
              : wrong("unknown-value", "Choose yes or no");
      case NUMBER -> number(name, value.get(0));
      case DATE -> date(value.get(0));
      case LIST -> list(name, value);
    };
  }

  /** The unit that is kept, or why the one that was sent can't be. */
  static Optional<FieldError> unitError(FactName name, String unit) {
    if (isPrice(name)) {
      return isCurrency(unit)
          ? Optional.empty()
          : Optional.of(
              new FieldError("/unit", "unknown-value", "Write the currency, such as USD"));
    }
    return unit == null || units(name).contains(unit)
        ? Optional.empty()
        : Optional.of(
            new FieldError(
                "/unit",
                "unknown-value",
                units(name).isEmpty()
                    ? "This has no unit. Leave it out"
                    : "Choose one of " + String.join(", ", units(name))));
  }

  static String unit(FactName name, String unit) {
    return unit != null || units(name).isEmpty() ? unit : units(name).get(0);
  }

  private static Optional<FieldError> text(FactName name, String text) {
    int longest = LONGEST.getOrDefault(name, LONGEST_TEXT);
    if (text.length() > longest) {
      return wrong("wrong-length", "Write at most " + longest + " characters");
    }
    if (text.chars().anyMatch(it -> Character.isISOControl(it) && (it != '\n' && it != '\r'))) {
      return wrong("wrong-format", "Leave out control characters");
    }
    return switch (name) {
      case DOCTOR_REGISTER ->
          isWebAddress(text)
              ? Optional.empty()
              : wrong(
                  "not-an-address", "Write the address in the register, beginning with https://");
      case LEAD_EMAIL ->
          text.matches("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+")
              ? Optional.empty()
              : wrong("not-an-email", "Write an e-mail address, such as name@example.org");
      case TIME_ZONE ->
          ZoneId.getAvailableZoneIds().contains(text)
              ? Optional.empty()
              : wrong("not-a-zone", "Write an IANA name, such as America/Bogota");
      default -> Optional.empty();
    };
  }

  private static Optional<FieldError> number(FactName name, String text) {
    boolean degrees = DEGREES.containsKey(name);
    String form = degrees ? "-?\\d{1,3}(\\.\\d{1,8})?" : "\\d{1,12}(\\.\\d{1,4})?";
    if (!text.matches(WHOLE.contains(name) ? "\\d{1,4}" : form)) {
      return wrong(
          "not-a-number",
          WHOLE.contains(name)
              ? "Write a whole number in digits, such as 3"
              : "Write a number in digits, such as 5000 or 2.5");
    }
    BigDecimal number = new BigDecimal(text);
    BigDecimal limit =
        degrees
            ? new BigDecimal(DEGREES.get(name))
            : units(name).contains("%") ? HUNDRED : number.abs();
    return number.abs().compareTo(limit) <= 0
        ? Optional.empty()
        : wrong("out-of-range", "Write a number up to " + limit);
  }

  private static Optional<FieldError> date(String text) {
    try {
      LocalDate.parse(text);
      return Optional.empty();
    } catch (DateTimeException e) {
      return wrong("not-a-date", "Write the date as 2026-11-30");
    }
  }

  private static Optional<FieldError> list(FactName name, List<String> entries) {
    if (entries.size() > MOST_ENTRIES) {
      return wrong("too-many", "Write at most " + MOST_ENTRIES + " entries");
    }
    for (String entry : entries) {
      if (entry.length() > LONGEST_ENTRY || entry.chars().anyMatch(Character::isISOControl)) {
        return wrong("wrong-length", "Write at most " + LONGEST_ENTRY + " characters on a line");
      }
      if (name == FactName.LANGUAGES && !isLanguage(entry)) {
        return wrong("not-a-language", "Write languages as codes, such as es or en");
      }
      if (name == FactName.AIRPORTS && !entry.matches("[A-Z]{3}")) {
        return wrong("not-an-airport", "Write airports as three letters, such as BOG");
      }
    }
    return Optional.empty();
  }

  private static boolean isLanguage(String tag) {
    return tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        && LANGUAGES.contains(Locale.forLanguageTag(tag).getLanguage());
  }

  private static boolean isWebAddress(String text) {
    try {
      URI address = new URI(text);
      return Set.of("http", "https").contains(String.valueOf(address.getScheme()))
          && address.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isCurrency(String unit) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(it -> it.getCurrencyCode().equals(unit));
  }

  private static Optional<FieldError> wrong(String code, String detail) {
    return Optional.of(new FieldError("/value", code, detail));
  }

  private static List<String> codes(Enum<?>[] all, Enum<?> unknown) {
    return Arrays.stream(all).filter(it -> it != unknown).map(Enum::name).toList();
  }
}
