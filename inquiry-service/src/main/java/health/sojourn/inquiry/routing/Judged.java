package health.sojourn.inquiry.routing;

import java.util.List;

/**
 * What a decision says of one clinic: its score, or why it is out.
 *
 * @param rank 1 for the best of those who may; null for who may not
 * @param chosen whether the decision asks this clinic
 * @param score 0 to 1; null for who may not
 * @param notes what is not known and did not stand in the way
 * @param exclusions empty for who may; a chosen clinic with exclusions was chosen over the rules
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
    List<Exclusion> exclusions) {

  public boolean eligible() {
    return exclusions.isEmpty();
  }

  /** Whether a lead facilitator with a reason may still choose it. */
  public boolean overridable() {
    return exclusions.stream().allMatch(Exclusion::overridable);
  }

  Judged choose() {
    return new Judged(
        clinic, name, country, city, rank, true, score, components, notes, exclusions);
  }

  Judged ranked(int place) {
    return new Judged(
        clinic, name, country, city, place, chosen, score, components, notes, exclusions);
  }
}
