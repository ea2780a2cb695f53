package health.sojourn.inquiry.message;

import health.sojourn.web.Option;
import java.util.List;
import java.util.UUID;

/**
 * What was written about one lead, as its reader may see it.
 *
 * @param clinic its name
 * @param lines oldest first
 * @param writable the reader can add to it
 */
public record Correspondence(UUID leadId, String clinic, List<Said> lines, boolean writable) {

  /** Those that can be written to, for a form. */
  public static List<Option> writable(List<Correspondence> all) {
    return all.stream()
        .filter(Correspondence::writable)
        .map(one -> Option.of(one.leadId().toString(), one.clinic()))
        .toList();
  }
}
