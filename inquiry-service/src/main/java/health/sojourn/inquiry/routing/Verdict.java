package health.sojourn.inquiry.routing;

import health.sojourn.http.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the rules found, before anybody acts on it.
 *
 * @param inputHash SHA-256 of everything the rules read; the same inputs give the same verdict
 * @param candidates who may, best first, then who may not
 * @param tie how a tie at the edge of the choice was broken; null if there was none
 */
public record Verdict(String ruleSet, String inputHash, List<Judged> candidates, Reason tie) {

  public Verdict {
    candidates = List.copyOf(candidates);
  }

  /** How a tie was broken, in English; null if there was none. */
  public String tieBreak() {
    return tie == null ? null : tie.in(Language.ENGLISH);
  }

  public List<Judged> chosen() {
    return candidates.stream().filter(Judged::chosen).toList();
  }

  public List<String> chosenClinics() {
    return chosen().stream().map(Judged::clinic).toList();
  }

  /** How many clinics each rule kept out first, in the order of the rules. */
  public Map<HardRule, Long> keptOut() {
    Map<HardRule, Long> counts = new EnumMap<>(HardRule.class);
    candidates.stream()
        .filter(judged -> !judged.eligible())
        .forEach(judged -> counts.merge(judged.exclusions().get(0).code(), 1L, Long::sum));
    return counts;
  }
}
