package health.sojourn.inquiry.form;

import health.sojourn.http.Language;
import health.sojourn.web.Notation;
import health.sojourn.web.Option;
import java.text.Collator;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Countries and languages to choose from, by their names in the reader's language. */
final class Lists {
  /** Languages people write to us in; anything else can be sent through the API. */
  private static final List<String> LANGUAGES =
      List.of(
          "ar", "bg", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hu", "id", "it",
          "ja", "ko", "nl", "no", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh");

  /** The commonest first. */
  private static final List<String> SPOKEN_BY_DOCTORS =
      List.of("en", "es", "de", "fr", "tr", "ar", "ru", "ja", "ko", "th");

  private static final Map<Language, List<Option>> ALL_COUNTRIES = new ConcurrentHashMap<>();

  private Lists() {}

  static List<Option> allCountries(Language language) {
    return ALL_COUNTRIES.computeIfAbsent(
        language, unseen -> countries(Arrays.asList(Locale.getISOCountries()), unseen));
  }

  static List<Option> countries(Collection<String> codes, Language language) {
    return codes.stream()
        .map(code -> Option.of(code, Notation.country(code, language)))
        .sorted(byName(language))
        .toList();
  }

  static List<Option> allLanguages(Language language) {
    return LANGUAGES.stream().map(tag -> tongue(tag, language)).sorted(byName(language)).toList();
  }

  static List<Option> spokenByDoctors(Language language) {
    return SPOKEN_BY_DOCTORS.stream().map(tag -> tongue(tag, language)).toList();
  }

  /** With a capital letter, as in any list. */
  private static Option tongue(String tag, Language language) {
    String name = Notation.language(tag, language);
    return Option.of(tag, name.substring(0, 1).toUpperCase(language.locale()) + name.substring(1));
  }

  private static Comparator<Option> byName(Language language) {
    Collator order = Collator.getInstance(language.locale());
    return (one, other) -> order.compare(one.label(), other.label());
  }
}
