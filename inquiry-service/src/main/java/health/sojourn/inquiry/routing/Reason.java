package health.sojourn.inquiry.routing;

import health.sojourn.http.Language;
import health.sojourn.web.Words;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the rules found, as a code and what its sentence names. The sentence is {@code
 * reason.<code>} in {@code sojourn-words.properties}; kept with a decision, it can be read in every
 * language.
 *
 * @param values by their names in the sentence, as codes; {@link Names#said} knows what each is
 */
public record Reason(String code, Map<String, String> values) {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  public Reason {
    values = values == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(values));
  }

  static Reason of(String code) {
    return new Reason(code, Map.of());
  }

  Reason with(String name, Object value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(name, String.valueOf(value));
    return new Reason(code, more);
  }

  String in(Language language) {
    return PLACE
        .matcher(Words.of("reason", code, language))
        .replaceAll(
            place -> {
              String name = place.group(1);
              return Matcher.quoteReplacement(
                  Names.said(name, values.getOrDefault(name, ""), language));
            });
  }
}
