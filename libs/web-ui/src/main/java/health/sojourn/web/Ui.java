package health.sojourn.web;

import health.sojourn.http.FieldError;
import health.sojourn.http.FieldTexts;
import health.sojourn.money.Money;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.util.Collection;

/** Functions for templates, {@code ui:…}: how a value is written for a reader. */
@TemplateExtension(namespace = "ui")
public class Ui {
  private static final String LOCALE = ReaderInTemplates.LOCALE;

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

  /** The words of a code in the reader's language, see {@link Words}; empty for null. */
  static String word(String kind, Object code, @TemplateAttribute(LOCALE) Object locale) {
    return Words.of(kind, code, ReaderInTemplates.languageOf(locale));
  }

  /** What to do about a {@link FieldError}, in the reader's language. */
  static String says(Object error, @TemplateAttribute(LOCALE) Object locale) {
    return error instanceof FieldError known
        ? FieldTexts.say(known, ReaderInTemplates.languageOf(locale))
        : "";
  }

  /** See {@link Notation#date}. */
  static String date(Object value, @TemplateAttribute(LOCALE) Object locale) {
    return Notation.date(value, ReaderInTemplates.languageOf(locale));
  }

  /** See {@link Notation#moment}. */
  static String moment(Object value, Object zone, @TemplateAttribute(LOCALE) Object locale) {
    return Notation.moment(value, zone, ReaderInTemplates.languageOf(locale));
  }

  /** See {@link Notation#money}; other text unchanged, empty for null. */
  static String money(Object value, @TemplateAttribute(LOCALE) Object locale) {
    return value instanceof Money money
        ? Notation.money(money, ReaderInTemplates.languageOf(locale))
        : code(value);
  }

  /** See {@link Notation#number}; other text unchanged, empty for null. */
  static String number(Object value, @TemplateAttribute(LOCALE) Object locale) {
    return value instanceof Number number
        ? Notation.number(number, ReaderInTemplates.languageOf(locale))
        : code(value);
  }

  /** See {@link Notation#country}. */
  static String country(Object code, @TemplateAttribute(LOCALE) Object locale) {
    return Notation.country(code(code), ReaderInTemplates.languageOf(locale));
  }

  /** See {@link Notation#language}. */
  static String tongue(Object tag, @TemplateAttribute(LOCALE) Object locale) {
    return Notation.language(code(tag), ReaderInTemplates.languageOf(locale));
  }
}
