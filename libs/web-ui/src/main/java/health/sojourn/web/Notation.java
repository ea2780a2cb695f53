package health.sojourn.web;

import health.sojourn.http.Language;
import health.sojourn.money.Money;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/**
 * How dates, amounts and places are written in a language. In templates: {@code ui:date} and so on.
 */
public final class Notation {
  private static final Map<Language, DateTimeFormatter> DATES =
      Map.of(
          Language.ENGLISH, pattern("d MMMM uuuu", Language.ENGLISH),
          Language.SPANISH, pattern("d 'de' MMMM 'de' uuuu", Language.SPANISH));
  private static final Map<Language, DateTimeFormatter> MOMENTS =
      Map.of(
          Language.ENGLISH, pattern("d MMMM uuuu, HH:mm", Language.ENGLISH),
          Language.SPANISH, pattern("d 'de' MMMM 'de' uuuu, HH:mm", Language.SPANISH));

  private Notation() {}

  /** "22 November 2026"; dates and moments (UTC) alike, other text unchanged, empty for null. */
  public static String date(Object value, Language language) {
    DateTimeFormatter format = DATES.get(language);
    return value instanceof LocalDate day
        ? format.format(day)
        : written(value, format, ZoneOffset.UTC);
  }

  /**
   * "22 November 2026, 14:05 UTC" or in the zone named, such as {@code America/Bogota}.
   *
   * @param zone a name, or null for UTC
   */
  public static String moment(Object value, Object zone, Language language) {
    ZoneId where = zone == null || "".equals(zone) ? ZoneOffset.UTC : ZoneId.of(zone.toString());
    String name = where.equals(ZoneOffset.UTC) ? "UTC" : where.getId().replace('_', ' ');
    String text = written(value, MOMENTS.get(language), where);
    return value instanceof Temporal && !text.isEmpty() ? text + " " + name : text;
  }

  /** "USD 5,000", with decimals only where there are some. */
  public static String money(Money money, Language language) {
    int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
    boolean whole = money.amount().stripTrailingZeros().scale() <= 0;
    NumberFormat format = numbers(language);
    format.setMinimumFractionDigits(whole ? 0 : digits);
    format.setMaximumFractionDigits(whole ? 0 : digits);
    return money.currency() + "\u00a0" + format.format(money.amount());
  }

  /** "1,250" or "0.5". */
  public static String number(Number number, Language language) {
    return numbers(language).format(number);
  }

  /** "Germany" for {@code DE} (ISO 3166), empty for null. */
  public static String country(String code, Language language) {
    return code == null ? "" : new Locale("", code).getDisplayCountry(language.locale());
  }

  /** "German" for {@code de} (BCP 47), empty for null. */
  public static String language(String tag, Language language) {
    return tag == null ? "" : Locale.forLanguageTag(tag).getDisplayName(language.locale());
  }

  /**
   * In Spanish thousands are set apart by a space: a dot means thousands in Madrid and decimals in
   * Mexico, and a price must not be read both ways.
   */
  private static NumberFormat numbers(Language language) {
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    if (language == Language.SPANISH && format instanceof DecimalFormat spanish) {
      DecimalFormatSymbols symbols = spanish.getDecimalFormatSymbols();
      symbols.setGroupingSeparator('\u00a0');
      spanish.setDecimalFormatSymbols(symbols);
    }
    return format;
  }

  private static String written(Object value, DateTimeFormatter format, ZoneId zone) {
    if (value instanceof Instant instant) {
      return format.format(instant.atZone(zone));
    }
    if (value instanceof OffsetDateTime time) {
      return format.format(time.atZoneSameInstant(zone));
    }
    if (value instanceof ZonedDateTime time) {
      return format.format(time.withZoneSameInstant(zone));
    }
    return Ui.code(value);
  }

  private static DateTimeFormatter pattern(String pattern, Language language) {
    return DateTimeFormatter.ofPattern(pattern, language.locale());
  }
}
