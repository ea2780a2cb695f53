package health.sojourn.inquiry.routing;

import health.sojourn.http.Language;
import health.sojourn.inquiry.directory.Clinic;
import health.sojourn.money.Money;
import health.sojourn.web.Notation;
import health.sojourn.web.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Codes as people say them. */
final class Names {
  // Two lookups per clinic; the platform's take longer than the rest of a score.
  private static final Map<String, String> COUNTRIES = new ConcurrentHashMap<>();
  private static final Map<String, String> LANGUAGES = new ConcurrentHashMap<>();

  private Names() {}

  /**
   * A value of a {@link Reason} in words.
   *
   * @param name what it is, such as {@code country}
   */
  static String said(String name, String value, Language language) {
    return switch (name) {
      case "country" -> country(value, language);
      case "language" -> language(value, language);
      case "languages" -> each(value, tag -> language(tag, language));
      case "grades" -> each(value, Function.identity());
      case "budget", "lowest", "highest" -> money(value, language);
      case "day" -> day(value, language);
      case "hours", "km", "bmi" -> number(value, language);
      case "outcome", "contraindication" ->
          Words.of(name, value, language).toLowerCase(Locale.ROOT);
      default -> value;
    };
  }

  static String country(String code, Language language) {
    return COUNTRIES.computeIfAbsent(
        code + language.tag(), unseen -> Notation.country(code, language));
  }

  private static String language(String tag, Language language) {
    return LANGUAGES.computeIfAbsent(
        tag + " " + language.tag(),
        unseen -> Locale.forLanguageTag(tag).getDisplayLanguage(language.locale()));
  }

  /** Several values as one. */
  static String list(Collection<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static String each(String list, Function<String, String> said) {
    return Arrays.stream(list.split(",")).map(said).collect(Collectors.joining(", "));
  }

  /** Without decimals where there are none: {@code 4300 EUR}. */
  static String money(Money money) {
    BigDecimal whole = money.amount().stripTrailingZeros();
    BigDecimal shown = whole.scale() <= 0 ? whole : money.amount();
    return shown.toPlainString() + " " + money.currency();
  }

  private static String money(String plain, Language language) {
    String[] parts = plain.split(" ");
    return language == Language.ENGLISH
        ? plain
        : Notation.money(Money.of(parts[0], parts[1]), language);
  }

  private static String day(String plain, Language language) {
    return language == Language.ENGLISH ? plain : Notation.date(LocalDate.parse(plain), language);
  }

  static String number(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static String number(String plain, Language language) {
    return language == Language.ENGLISH ? plain : Notation.number(new BigDecimal(plain), language);
  }

  /** By the language alone: who speaks {@code pt} is understood by a speaker of {@code pt-BR}. */
  static boolean speaks(Clinic clinic, String tag) {
    String wanted = primary(tag);
    return clinic.languages().stream().anyMatch(spoken -> primary(spoken).equals(wanted));
  }

  private static String primary(String tag) {
    int dash = tag.indexOf('-');
    return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
  }
}
