package health.sojourn.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A template's source, looked at for words that a reader would see. */
final class TemplateText {
  private static final Pattern COMMENT = Pattern.compile("(?s)\\{!.*?!}|<!--.*?-->");
  private static final Pattern EXPRESSION = Pattern.compile("\\{[^{}]*}");
  private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");
  private static final Pattern CODE =
      Pattern.compile("(?s)<(code|kbd|script|style)\\b.*?</\\1>", Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  private static final Pattern LINK = Pattern.compile("(?:href|action|id)=\"[^\"]*\"");
  private static final Pattern HEADING = Pattern.compile("<h[1-6]\\b");

  /** Attributes of HTML and parameters of parts that are shown or read aloud. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?s)\\b(aria-label|alt|placeholder|data-label|title|label|legend|hint|caption|emptyText"
              + "|empty|submit|note|who|to|until|takeBack|description|desk|unit|source)"
              + "=(?:\"([^\"]*)\"|'([^']*)')");

  /** A text in an expression that is no code: a capital letter and a small one, or two words. */
  private static final Pattern SENTENCE =
      Pattern.compile("[\"'](\\p{Lu}\\p{Ll}[^\"']*|[^\"']*\\p{L} \\p{L}[^\"']*)[\"']");

  private static final Set<String> NAMES = Set.of("Sojourn", "UTC");

  private final String source;

  TemplateText(String source) {
    this.source = COMMENT.matcher(source).replaceAll("");
  }

  static List<String> expressions(String source) {
    return EXPRESSION.matcher(source).results().map(MatchResult::group).toList();
  }

  /** What it says itself instead of asking for it. */
  Set<String> spoken(Set<String> names) {
    String text = CODE.matcher(source).replaceAll("");
    Set<String> said = new TreeSet<>();
    for (String expression : expressions(text)) {
      if (!expression.startsWith("{#") && !expression.startsWith("{\"")) {
        SENTENCE.matcher(expression).results().forEach(found -> said.add(found.group(1)));
      }
    }
    SHOWN
        .matcher(text)
        .results()
        .map(found -> found.group(2) == null ? found.group(3) : found.group(2))
        .forEach(shown -> words(shown, names).forEach(said::add));
    String visible = TAG.matcher(EXPRESSION.matcher(text).replaceAll(" ")).replaceAll(" ");
    words(visible, names).forEach(said::add);
    return said;
  }

  /** All but the words: expressions, sections, links and headings, in no order. */
  List<String> skeleton() {
    List<String> found = new ArrayList<>();
    for (String expression : expressions(source)) {
      found.add(
          expression.startsWith("{#")
              ? expression.split("[\\s}]")[0]
              : expression.replaceAll("\"[^\"]*\"|'[^']*'", "''"));
    }
    Stream.of(LINK, HEADING)
        .flatMap(pattern -> pattern.matcher(source).results())
        .map(MatchResult::group)
        .forEach(found::add);
    found.sort(null);
    return found;
  }

  private static Stream<String> words(String text, Set<String> names) {
    String bare = EXPRESSION.matcher(text).replaceAll(" ").replaceAll("&#?\\w+;", " ");
    return WORD.matcher(bare)
        .results()
        .map(MatchResult::group)
        .filter(word -> !NAMES.contains(word) && !names.contains(word));
  }
}
