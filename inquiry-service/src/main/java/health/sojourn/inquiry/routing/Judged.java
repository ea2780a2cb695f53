package health.sojourn.inquiry.routing;

import health.sojourn.http.Language;
import java.util.List;

/**
 * What a decision says of one clinic: its score, or why it is out.
 *
 * @param rank 1 for the best of those who may; null for who may not
 * @param chosen whether the decision asks this clinic
 * @param score 0 to 1; null for who may not
 * @param notes what is not known and did not stand in the way, in English
 * @param exclusions empty for who may; a chosen clinic with exclusions was chosen over the rules
 * @param noteReasons the notes as codes, in their order; empty in decisions from before notes had
 *     one
 */
public record Judged(
    String clinic,
    String name,
    String country,
    String city,
    Integer rank,
    boolean chosen,
    Double score,
    List<Component> components,
    List<String> notes,
    List<Exclusion> exclusions,
    List<Reason> noteReasons) {

  public Judged {
    noteReasons = noteReasons == null ? List.of() : List.copyOf(noteReasons);
  }

  public boolean eligible() {
    return exclusions.isEmpty();
  }

  /** Whether a lead facilitator with a reason may still choose it. */
  public boolean overridable() {
    return exclusions.stream().allMatch(Exclusion::overridable);
  }

  /** The same for a reader of this language; what is kept without a code stays in English. */
  public Judged in(Language language) {
    return new Judged(
        clinic,
        name,
        country,
        city,
        rank,
        chosen,
        score,
        components.stream().map(part -> part.in(language)).toList(),
        noteReasons.isEmpty()
            ? notes
            : noteReasons.stream().map(reason -> reason.in(language)).toList(),
        exclusions.stream().map(exclusion -> exclusion.in(language)).toList(),
        noteReasons);
  }

  Judged choose() {
    return placed(rank, true);
  }

  Judged ranked(int place) {
    return placed(place, chosen);
  }

  private Judged placed(Integer place, boolean asked) {
    return new Judged(
        clinic,
        name,
        country,
        city,
        place,
        asked,
        score,
        components,
        notes,
        exclusions,
        noteReasons);
  }
}
