package health.sojourn.provider.change;

import java.util.List;
import java.util.UUID;

/**
 * What somebody sent about a fact, before anybody looked at it; kept when a form comes back.
 *
 * @param gone that it is no longer stated; an empty value alone may be an oversight
 * @param evidence ids of files that were uploaded before
 */
record Typed(
    List<String> value,
    boolean gone,
    String unit,
    String validTo,
    String note,
    List<UUID> evidence) {

  /** One entry a line, as a form shows it. */
  public String text() {
    return value == null ? "" : String.join("\n", value);
  }
}
