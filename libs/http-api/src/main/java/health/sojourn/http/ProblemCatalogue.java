package health.sojourn.http;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What each problem code means, from {@code META-INF/sojourn-problems.properties} of every jar:
 * {@code <code>.title} and {@code <code>.advice}, and the same keys in {@code
 * sojourn-problems_es.properties} for pages. A service's codes are in its own files.
 *
 * <p>A problem's detail is written in English where it is thrown. A Spanish page shows {@code
 * <code>.detail} of the Spanish file instead, or does without.
 */
@Singleton
public class ProblemCatalogue {
  private static final String TITLE = ".title";

  /**
   * @param title what went wrong, a short sentence without a full stop
   * @param advice what to do about it
   */
  public record Entry(String code, String title, String advice) {}

  private final Texts texts = Texts.named("sojourn-problems");
  private final Map<Language, Map<String, Entry>> entries = new EnumMap<>(Language.class);

  ProblemCatalogue() {
    for (Language language : Language.values()) {
      Map<String, Entry> read = new TreeMap<>();
      for (String key : texts.keys()) {
        if (key.endsWith(TITLE)) {
          String code = key.substring(0, key.length() - TITLE.length());
          read.put(code, describe(code, language));
        }
      }
      entries.put(language, Collections.unmodifiableMap(read));
    }
  }

  /** All codes known here, sorted. */
  public Map<String, Entry> entries(Language language) {
    return entries.get(language);
  }

  private Optional<Entry> find(String code, Language language) {
    return texts
        .find(language, code + TITLE)
        .map(title -> new Entry(code, title, texts.find(language, code + ".advice").orElse("")));
  }

  /** The entry, the English one where there is no other, or one made of the code's own words. */
  Entry describe(String code, Language language) {
    return find(code, language)
        .or(() -> find(code, Language.ENGLISH))
        .orElseGet(
            () -> {
              String words = code.replace('-', ' ');
              return new Entry(
                  code, Character.toUpperCase(words.charAt(0)) + words.substring(1), "");
            });
  }

  /** What a page says about this one problem; empty where only English is known. */
  String detail(String code, Language language, String english) {
    return language == Language.ENGLISH
        ? english
        : texts.find(language, code + ".detail").orElse("");
  }
}
