package health.sojourn.web;

import health.sojourn.http.Language;
import health.sojourn.http.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The words for a code, the same on every page: {@code state.OFFERED=Offered} in {@code
 * META-INF/sojourn-words.properties} and {@code sojourn-words_es.properties} of every jar. In a
 * template {@code ui:word('state', value)}.
 */
public final class Words {
  private static final Texts TEXTS = Texts.named("sojourn-words");

  private Words() {}

  /**
   * @param kind such as {@code state}
   * @param code an enum's constant or its name
   * @return the code itself where there is no word for it
   */
  public static String of(String kind, Object code, Language language) {
    String name = Ui.code(code);
    return find(kind, name, language).or(() -> find(kind, name, Language.ENGLISH)).orElse(name);
  }

  /** The codes of a kind that lack a word in a language, as {@code es state.OFFERED}; for tests. */
  public static List<String> missing(String kind, Object... codes) {
    return Arrays.stream(Language.values())
        .flatMap(
            language ->
                Arrays.stream(codes)
                    .map(Ui::code)
                    .filter(code -> find(kind, code, language).isEmpty())
                    .map(code -> language.tag() + " " + kind + "." + code))
        .toList();
  }

  private static Optional<String> find(String kind, String code, Language language) {
    return TEXTS.find(language, kind + "." + code);
  }
}
