package health.sojourn.inquiry.routing;

import health.sojourn.inquiry.intake.RoutingMode;
import health.sojourn.inquiry.lead.LeadView;
import health.sojourn.inquiry.privacy.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A decision as the API tells it, with the leads of the clinics it chose. */
public record DecisionView(
    UUID id,
    UUID inquiryId,
    Instant at,
    RoutingMode mode,
    Decision.Outcome outcome,
    String ruleSet,
    String inputHash,
    List<Judged> candidates,
    String tieBreak,
    Actor actor,
    String reason,
    String patientText,
    List<LeadView> leads) {

  static DecisionView of(Decision decision, List<LeadView> leads) {
    return new DecisionView(
        decision.id(),
        decision.inquiryId(),
        decision.at(),
        decision.mode(),
        decision.outcome(),
        decision.ruleSet(),
        decision.inputHash(),
        decision.candidates(),
        decision.tieBreak(),
        decision.actor(),
        decision.reason(),
        decision.patientText(),
        leads);
  }
}
