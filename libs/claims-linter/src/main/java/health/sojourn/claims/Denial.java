package health.sojourn.claims;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes a promise none: a denial before it in the same clause ("there is no cure"), or right
 * after it ("a cure is not known"). Clauses are told by their punctuation and a few words, so a
 * denial of something else does not count: "You will not regret it, we guarantee".
 */
final class Denial {
  /** More words between denial and promise than this are about something else. */
  private static final int WORDS = 10;

  private static final Denial ENGLISH =
      new Denial(
          "\\b(?:no doubt|without (?:a |any )?doubt|no matter|no wonder|no longer|no more|nothing but"
              + "|(?:not|n't) (?:only|just|merely|simply)|no waiting|no wait)\\b",
          "\\b(?:not|cannot|no|nobody|no one|none|never|neither|nor|without|lacks?|lacking|unproven"
              + "|nothing|beware|wary|warns?|warned|suspicious|distrust|illegal to)\\b|n't\\b",
          "[:()\\u2013\\u2014]|(?:,\\s*(?:and )?|\\band )(?=(?:we|you|it|they|our|the|this|these|i|he|she"
              + "|your|all|every|everyone|but|so|because|is|has|gives?|will)\\b)"
              + "|\\b(?:but|because|although|though|yet|however)\\b|\\s[-*\\u2022]\\s",
          "^\\s+(?:no|nothing|neither)\\b|^(?!\\s+(?:what|where|when|who|that|and)\\b)(?:\\s+\\w+){0,3}?\\s+(?:cannot|\\w+n't"
              + "|(?:is|are|was|were|has|have|can|could|will|would|should|does|do|did|may|must)"
              + " (?:not|never))\\b");

  private static final Denial SPANISH =
      new Denial(
          "\\b(?:sin (?:ninguna )?dudas?|no hay duda|no (?:solo|solamente|unicamente)|no importa|no espere"
              + "|no se (?:arrepentira|preocupe))\\b",
          "\\b(?:no|nadie|ningun|ninguna|ninguno|nunca|jamas|tampoco|ni|sin|carece|carecen|nada"
              + "|desconfie|cuidado)\\b",
          "[:()\\u2013\\u2014]|(?:,\\s*(?:y )?|\\by )(?=(?:nosotros|nuestr[oa]s?|usted|el|la|los|las|esto|este"
              + "|esta|ella|todo|todos|pero|porque|asi|es|tiene|le|les|se)\\b)"
              + "|\\b(?:pero|sino|porque|aunque|sin embargo)\\b|\\s[-*\\u2022]\\s",
          "^(?!\\s+(?:lo|que|donde|cuando|quien|y)\\b)(?:\\s+\\w+){0,3}?\\s+(?:no|nunca|jamas|tampoco)"
              + " (?:es|son|esta|estan|se|existe|existen|ha|han|puede|pueden|hay)\\b|^\\s+(?:nada|ningun|ninguna)\\b");

  /** What comes after another in a list is not denied by the first: "no pain, no risk". */
  private static final Pattern LISTED = Pattern.compile("(?:,|\\b(?:and|y))\\s*(?:with |con )?$");

  private static final Pattern STANDS_ALONE =
      Pattern.compile("^(?:no|zero|without|sin|cero)\\b|^(?:guarant|garant)");

  private final Pattern idioms;
  private final Pattern denials;
  private final Pattern boundaries;
  private final Pattern after;

  private Denial(String idioms, String denials, String boundaries, String after) {
    this.idioms = Pattern.compile(idioms);
    this.denials = Pattern.compile(denials);
    this.boundaries = Pattern.compile(boundaries);
    this.after = Pattern.compile(after);
  }

  static Denial of(Tongue tongue) {
    return tongue == Tongue.SPANISH ? SPANISH : ENGLISH;
  }

  /**
   * @param before the sentence up to the promise
   * @param behind the sentence after it
   */
  boolean covers(String before, String promise, String behind) {
    if (LISTED.matcher(before).find() && STANDS_ALONE.matcher(promise).find()) {
      return false;
    }
    String clause = lastWords(idioms.matcher(clauseOf(before)).replaceAll(" "));
    return denials.matcher(clause).find() || after.matcher(behind).find();
  }

  private String clauseOf(String before) {
    Matcher boundary = boundaries.matcher(before);
    int begin = 0;
    while (boundary.find()) {
      begin = boundary.end();
    }
    return before.substring(begin);
  }

  private static String lastWords(String clause) {
    int begin = clause.length();
    for (int words = 0; words < WORDS && begin > 0; words++) {
      begin = clause.lastIndexOf(' ', begin - 1);
    }
    return clause.substring(Math.max(begin, 0));
  }
}
