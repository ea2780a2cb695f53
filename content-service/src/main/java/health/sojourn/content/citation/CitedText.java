package health.sojourn.content.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text in which {@code [[id]]} names a {@link Citation}. It holds no markup of any kind. */
public final class CitedText {
  private static final Pattern MARK = Pattern.compile("\\s*\\[\\[([a-z0-9-]+)]]");

  // A number, but not the digits in a name such as IL-10, PGE2 or M1.
  private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d-])\\d");

  private CitedText() {}

  /** A stretch of text, or a citation's id; the other one is null. */
  public record Part(String text, String citationId) {}

  public static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher mark = MARK.matcher(text);
    int from = 0;
    while (mark.find()) {
      if (mark.start() > from) {
        parts.add(new Part(text.substring(from, mark.start()), null));
      }
      parts.add(new Part(null, mark.group(1)));
      from = mark.end();
    }
    if (from < text.length()) {
      parts.add(new Part(text.substring(from), null));
    }
    return parts;
  }

  public static List<String> citationIds(String text) {
    return text == null
        ? List.of()
        : MARK.matcher(text).results().map(mark -> mark.group(1)).distinct().toList();
  }

  public static boolean statesANumber(String text) {
    return text != null && NUMBER.matcher(MARK.matcher(text).replaceAll("")).find();
  }
}
