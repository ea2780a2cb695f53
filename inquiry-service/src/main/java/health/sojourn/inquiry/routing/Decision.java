package health.sojourn.inquiry.routing;

import health.sojourn.http.Language;
import health.sojourn.inquiry.intake.RoutingMode;
import health.sojourn.inquiry.privacy.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One routing run, kept as it was: the database refuses to change it.
 *
 * @param inputHash SHA-256 of everything the rules read
 * @param candidates who might have been asked, best first, then who might not
 * @param tieBreak how a tie at the edge of the choice was broken, in English; null if there was
 *     none
 * @param tie the same as a code; null in decisions from before it had one
 * @param reason why somebody chose by hand; null if the rules did
 * @param patientText the decision as the patient reads it, in English
 */
public record Decision(
    UUID id,
    UUID inquiryId,
    Instant at,
    RoutingMode mode,
    Outcome outcome,
    String ruleSet,
    String inputHash,
    List<Judged> candidates,
    String tieBreak,
    Reason tie,
    Actor actor,
    String reason,
    String patientText) {

  /** What came of it. */
  public enum Outcome {
    ROUTED,
    /** The rule set only proposes; a facilitator confirms. */
    PROPOSED,
    UNPLACED
  }

  /**
   * The same for a reader of this language. English is what was kept; so is what was kept without
   * codes.
   */
  public Decision in(Language language) {
    if (language == Language.ENGLISH) {
      return this;
    }
    boolean told =
        chosen().stream()
            .flatMap(judged -> judged.components().stream())
            .allMatch(component -> component.reason() != null);
    return new Decision(
        id,
        inquiryId,
        at,
        mode,
        outcome,
        ruleSet,
        inputHash,
        candidates.stream().map(judged -> judged.in(language)).toList(),
        tie == null ? tieBreak : tie.in(language),
        tie,
        actor,
        reason,
        told ? PatientText.of(verdict(), mode == RoutingMode.MANUAL, language) : patientText);
  }

  Verdict verdict() {
    return new Verdict(ruleSet, inputHash, candidates, tie);
  }

  public List<Judged> chosen() {
    return candidates.stream().filter(Judged::chosen).toList();
  }

  public List<Judged> eligible() {
    return candidates.stream().filter(Judged::eligible).toList();
  }

  public List<Judged> excluded() {
    return candidates.stream().filter(judged -> !judged.eligible()).toList();
  }
}
