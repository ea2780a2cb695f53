package health.sojourn.inquiry.routing;

import health.sojourn.inquiry.directory.Clinic;
import health.sojourn.money.Money;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Codes as people say them, in English. */
final class Names {
  // Two lookups per clinic; the platform's take longer than the rest of a score.
  private static final Map<String, String> COUNTRIES = new ConcurrentHashMap<>();
  private static final Map<String, String> LANGUAGES = new ConcurrentHashMap<>();

  private Names() {}

  static String country(String code) {
    return COUNTRIES.computeIfAbsent(
        code, unseen -> new Locale("", unseen).getDisplayCountry(Locale.ENGLISH));
  }

  static String language(String tag) {
    return LANGUAGES.computeIfAbsent(
        tag, unseen -> Locale.forLanguageTag(unseen).getDisplayLanguage(Locale.ENGLISH));
  }

  static String languages(Collection<String> tags) {
    return tags.stream().map(Names::language).collect(Collectors.joining(", "));
  }

  static String list(Collection<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** {@code LEGAL_BASIS} is said "legal basis". */
  static String code(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Without decimals where there are none: {@code 4300 EUR}. */
  static String money(Money money) {
    BigDecimal whole = money.amount().stripTrailingZeros();
    BigDecimal shown = whole.scale() <= 0 ? whole : money.amount();
    return shown.toPlainString() + " " + money.currency();
  }

  static String number(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
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
