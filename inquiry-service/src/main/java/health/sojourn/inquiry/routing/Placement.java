package health.sojourn.inquiry.routing;

import health.sojourn.inquiry.InquiryConfig;
import health.sojourn.inquiry.clock.BusinessHours;
import health.sojourn.inquiry.clock.ClockPolicy;
import health.sojourn.inquiry.clock.Clocks;
import health.sojourn.inquiry.clock.RunningClock.Kind;
import health.sojourn.inquiry.directory.Directory;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.intake.InquiryStatus;
import health.sojourn.inquiry.intake.PatientMail;
import health.sojourn.inquiry.lead.Lead;
import health.sojourn.inquiry.lead.LeadEvent.Reason;
import health.sojourn.inquiry.lead.Leads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries a decision out: leads given and taken back, the inquiry moved, everybody told. */
@ApplicationScoped
class Placement {
  private final Inquiries inquiries;
  private final Leads leads;
  private final Directory directory;
  private final Clocks clocks;
  private final PatientMail mail;
  private final InquiryConfig config;

  Placement(
      Inquiries inquiries,
      Leads leads,
      Directory directory,
      Clocks clocks,
      PatientMail mail,
      InquiryConfig config) {
    this.inquiries = inquiries;
    this.leads = leads;
    this.directory = directory;
    this.clocks = clocks;
    this.mail = mail;
    this.config = config;
  }

  /**
   * @param replaceable leads that end unless their clinic was chosen again
   */
  void place(
      Inquiry inquiry, Decision decision, List<Candidate> candidates, Set<Lead> replaceable) {
    List<String> clinics = decision.chosen().stream().map(Judged::clinic).toList();
    withdrawAllBut(clinics, replaceable, decision);
    inquiries.publish(
        inquiry,
        inquiry.route(decision.id(), decision.mode(), clinics, decision.at()),
        decision.actor());
    clocks.stopReview(inquiry.id());
    Set<String> kept = replaceable.stream().map(Lead::clinic).collect(Collectors.toSet());
    Map<String, BusinessHours> hours =
        candidates.stream().collect(Collectors.toMap(Candidate::slug, Candidate::hours));
    for (String clinic : clinics) {
      if (!kept.contains(clinic)) {
        leads.offer(
            inquiry, clinic, hours.get(clinic), decision.id(), decision.actor(), decision.at());
        directory.offered(clinic, decision.at());
      }
    }
    mail.schedule(inquiry.id(), PatientMail.Kind.ROUTED);
  }

  /** A queue with an owner and a clock. */
  void leaveUnplaced(Inquiry inquiry, Decision decision, Set<Lead> replaceable) {
    withdrawAllBut(List.of(), replaceable, decision);
    if (inquiry.status() == InquiryStatus.UNPLACED) {
      return;
    }
    List<String> reasons =
        decision.verdict().keptOut().keySet().stream().map(HardRule::name).toList();
    inquiries.publish(
        inquiry, inquiry.leaveUnplaced(decision.id(), reasons, decision.at()), decision.actor());
    if (inquiry.owner() == null) {
      inquiry.assignTo(config.office().owner());
    }
    BusinessHours office =
        BusinessHours.nineToFive(
            config.office().zone(), config.office().holidays().orElse(List.of()));
    Instant due = ClockPolicy.current().reviewBy(decision.at(), office);
    clocks.start(
        Kind.REVIEW, new Clocks.Subject(inquiry.id(), null, null), decision.at(), due, office);
    mail.schedule(inquiry.id(), PatientMail.Kind.UNPLACED);
  }

  private void withdrawAllBut(List<String> clinics, Set<Lead> replaceable, Decision decision) {
    replaceable.stream()
        .filter(lead -> !clinics.contains(lead.clinic()))
        .forEach(
            lead -> leads.publish(lead.withdraw(Reason.REROUTED, decision.at()), decision.actor()));
  }
}
