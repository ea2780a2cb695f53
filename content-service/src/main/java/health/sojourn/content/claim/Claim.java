package health.sojourn.content.claim;

import health.sojourn.content.citation.CitedText;
import java.util.List;

/**
 * One statement that is made about the therapy, and how well it stands.
 *
 * @param text the statement, as its friends make it
 * @param kindOfEvidence a label where the evidence is not about patients; null otherwise
 * @param reasons why it has that stance; {@code [[id]]} names the source of each
 */
public record Claim(
    String id,
    String text,
    Stance stance,
    Certainty certainty,
    String kindOfEvidence,
    List<String> reasons) {

  public Claim {
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
  }

  /** The sources its reasons name, in that order. */
  public List<String> sources() {
    return reasons.stream()
        .flatMap(reason -> CitedText.citationIds(reason).stream())
        .distinct()
        .toList();
  }
}
