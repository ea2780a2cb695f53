package health.sojourn.web;

/**
 * One choice of a select, a group of radios or of checkboxes.
 *
 * @param value what the form sends
 * @param label what the reader sees
 * @param hint a second, quieter line, or null
 */
public record Option(String value, String label, String hint) {
  public static Option of(String value, String label) {
    return new Option(value, label, null);
  }
}
