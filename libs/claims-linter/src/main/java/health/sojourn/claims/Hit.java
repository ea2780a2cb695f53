package health.sojourn.claims;

/**
 * A promise found in a text.
 *
 * @param start where it begins, counted in UTF-16 code units as Java and JavaScript count
 * @param end where it ends, exclusive
 */
public record Hit(Rule rule, int start, int end) {

  /** The words that were found. */
  public String in(String text) {
    return text.substring(start, end);
  }
}
