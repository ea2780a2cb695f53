package health.sojourn.inquiry.form;

import health.sojourn.web.Option;
import java.text.Collator;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Countries, languages and currencies to choose from, by their English names. */
final class Lists {
  private static final Locale SHOWN = Locale.ENGLISH;
  private static final Collator ORDER = Collator.getInstance(SHOWN);

  /** Languages people write to us in; anything else can be sent through the API. */
  private static final List<String> LANGUAGES =
      List.of(
          "ar", "bg", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hu", "id", "it",
          "ja", "ko", "nl", "no", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh");

  static final List<Option> ALL_COUNTRIES = countries(Arrays.asList(Locale.getISOCountries()));
  static final List<Option> ALL_LANGUAGES = languages(LANGUAGES.stream());

  private Lists() {}

  static List<Option> countries(Collection<String> codes) {
    return codes.stream()
        .map(code -> Option.of(code, new Locale("", code).getDisplayCountry(SHOWN)))
        .sorted((one, other) -> ORDER.compare(one.label(), other.label()))
        .toList();
  }

  private static List<Option> languages(Stream<String> tags) {
    return tags.map(tag -> Option.of(tag, new Locale(tag).getDisplayLanguage(SHOWN)))
        .sorted((one, other) -> ORDER.compare(one.label(), other.label()))
        .toList();
  }
}
