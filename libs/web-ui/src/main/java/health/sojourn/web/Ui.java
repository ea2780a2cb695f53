package health.sojourn.web;

import health.sojourn.http.FieldError;
import health.sojourn.money.Money;
import io.quarkus.qute.TemplateExtension;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;

/** Functions for templates, {@code ui:…}: how a value is written for a reader. */
@TemplateExtension(namespace = "ui")
public class Ui {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private Ui() {}

  /** An enum's constant or any value as text; empty for null, so that a template can switch. */
  static String code(Object value) {
    return value == null ? "" : value instanceof Enum<?> e ? e.name() : value.toString();
  }

  /** True for {@code true}, {@code "true"}, a non-zero number; false for null and the rest. */
  static boolean yes(Object value) {
    return value instanceof Boolean b
        ? b
        : value instanceof Number n ? n.intValue() != 0 : "true".equals(value);
  }

  /** The id of the input of a field: {@code patient.email} and {@code /patient/email} alike. */
  static String id(String nameOrPointer) {
    return nameOrPointer.replaceAll("^/+", "").replaceAll("[^A-Za-z0-9]+", "-");
  }

  /** The first error of that field, or null. */
  static FieldError error(Object errors, String nameOrPointer) {
    if (errors instanceof Collection<?> all) {
      String wanted = id(nameOrPointer);
      for (Object each : all) {
        if (each instanceof FieldError error && id(error.pointer()).equals(wanted)) {
          return error;
        }
      }
    }
    return null;
  }

  /** Whether a choice is among the chosen: one value or a collection, enums by name. */
  static boolean chosen(Object chosen, Object value) {
    if (chosen instanceof Collection<?> many) {
      return many.stream().anyMatch(one -> code(one).equals(code(value)));
    }
    return chosen != null && code(chosen).equals(code(value));
  }

  /** "22 November 2026"; dates and moments (UTC) alike, other text unchanged, empty for null. */
  static String date(Object value) {
    return value instanceof LocalDate day ? DATE.format(day) : written(value, DATE, ZoneOffset.UTC);
  }

  /** "22 November 2026, 14:05 UTC" or in the zone named, such as {@code America/Bogota}. */
  static String moment(Object value, Object zone) {
    ZoneId where = zone == null || "".equals(zone) ? ZoneOffset.UTC : ZoneId.of(zone.toString());
    String name = where.equals(ZoneOffset.UTC) ? "UTC" : where.getId().replace('_', ' ');
    String text = written(value, MOMENT, where);
    return value instanceof Temporal && !text.isEmpty() ? text + " " + name : text;
  }

  /** "USD 5,000", with decimals only where there are some. */
  static String money(Object value) {
    if (!(value instanceof Money money)) {
      return code(value);
    }
    NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
    int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
    boolean whole = money.amount().stripTrailingZeros().scale() <= 0;
    format.setMinimumFractionDigits(whole ? 0 : digits);
    format.setMaximumFractionDigits(whole ? 0 : digits);
    return money.currency() + "\u00a0" + format.format(money.amount());
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
    return code(value);
  }
}
