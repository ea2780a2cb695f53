package health.sojourn.claims;

import java.util.regex.Pattern;

/**
 * How a promise is worded in one language, in folded letters (no accents, lower case).
 *
 * @param harmlessWith what in the same sentence makes it no promise; null if nothing does
 */
record Wording(Rule rule, Pattern promise, Pattern harmlessWith) {

  static Wording of(Rule rule, String promise) {
    return new Wording(rule, Pattern.compile(promise), null);
  }

  static Wording of(Rule rule, String promise, String harmlessWith) {
    return new Wording(rule, Pattern.compile(promise), Pattern.compile(harmlessWith));
  }
}
