package health.sojourn.web;

import health.sojourn.http.Language;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Locale;

/**
 * Who reads the page, for templates: {@code reader:…}. Works without a request, such as in mails.
 */
@TemplateExtension(namespace = "reader")
final class ReaderInTemplates {
  /** The attribute of a template instance that message bundles go by, too. */
  static final String LOCALE = TemplateInstance.LOCALE;

  /**
   * An entry of the language switch.
   *
   * @param href this page in that language
   */
  record Choice(String tag, String name, String href, boolean current) {}

  private ReaderInTemplates() {}

  /** For {@code <html lang>}. */
  static String language(@TemplateAttribute(LOCALE) Object locale) {
    return languageOf(locale).tag();
  }

  /** Chooses between the two halves of a page that is prose. */
  static boolean spanish(@TemplateAttribute(LOCALE) Object locale) {
    return languageOf(locale) == Language.SPANISH;
  }

  /** This page in its reader's language, as a local path. */
  static String here(
      @TemplateAttribute(LOCALE) Object locale,
      @TemplateAttribute(PageLanguage.ADDRESS) Object address) {
    PageAddress here = address instanceof PageAddress known ? known : new PageAddress("/", null);
    return here.in(languageOf(locale));
  }

  static List<Choice> choices(
      @TemplateAttribute(LOCALE) Object locale,
      @TemplateAttribute(PageLanguage.ADDRESS) Object address) {
    PageAddress here = address instanceof PageAddress known ? known : new PageAddress("/", null);
    Language current = languageOf(locale);
    return Language.offered().stream()
        .map(one -> new Choice(one.tag(), one.ownName(), here.in(one), one == current))
        .toList();
  }

  /** A template instance's attribute {@code locale}: a Locale, a tag, or nothing for English. */
  static Language languageOf(Object locale) {
    if (locale instanceof Locale known) {
      return Language.named(known.getLanguage()).orElse(Language.ENGLISH);
    }
    return locale == null
        ? Language.ENGLISH
        : Language.named(locale.toString()).orElse(Language.ENGLISH);
  }
}
