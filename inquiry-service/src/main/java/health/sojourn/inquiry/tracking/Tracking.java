package health.sojourn.inquiry.tracking;

import health.sojourn.http.Language;
import health.sojourn.inquiry.clock.Clocks;
import health.sojourn.inquiry.clock.RunningClock;
import health.sojourn.inquiry.consent.Purpose;
import health.sojourn.inquiry.directory.Directory;
import health.sojourn.inquiry.intake.History;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.intake.InquiryStatus;
import health.sojourn.inquiry.intake.References;
import health.sojourn.inquiry.lead.Lead;
import health.sojourn.inquiry.lead.Leads;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.privacy.AuditLog;
import health.sojourn.inquiry.privacy.AuditLog.Act;
import health.sojourn.inquiry.routing.Decisions;
import health.sojourn.inquiry.treatment.Treatments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what the person who asked may see, and lets them take it back. */
@ApplicationScoped
public class Tracking {
  private final Inquiries inquiries;
  private final Leads leads;
  private final Decisions decisions;
  private final Clocks clocks;
  private final Directory directory;
  private final History history;
  private final AuditLog audit;
  private final Sessions sessions;
  private final Withdrawal withdrawal;
  private final Treatments treatments;

  Tracking(
      Inquiries inquiries,
      Leads leads,
      Decisions decisions,
      Clocks clocks,
      Directory directory,
      History history,
      AuditLog audit,
      Sessions sessions,
      Withdrawal withdrawal,
      Treatments treatments) {
    this.inquiries = inquiries;
    this.leads = leads;
    this.decisions = decisions;
    this.clocks = clocks;
    this.directory = directory;
    this.history = history;
    this.audit = audit;
    this.sessions = sessions;
    this.withdrawal = withdrawal;
    this.treatments = treatments;
  }

  String reference(UUID inquiryId) {
    return inquiries.find(inquiryId).map(Inquiry::reference).orElseThrow();
  }

  /**
   * @param secret the session's
   * @param language of the words
   * @return empty unless the session is this inquiry's
   */
  @Transactional
  Optional<TrackingView> view(String reference, String secret, Language language) {
    return opened(reference, secret).map(inquiry -> view(inquiry, language));
  }

  /**
   * Takes consents back and closes the inquiry.
   *
   * @return false unless the session is this inquiry's
   */
  @Transactional
  boolean withdraw(String reference, String secret, Set<Purpose> purposes) {
    Optional<Inquiry> inquiry = opened(reference, secret);
    inquiry.ifPresent(mine -> withdrawal.of(mine.id(), purposes));
    return inquiry.isPresent();
  }

  /** The inquiry of this session; empty unless it is the one of this reference. */
  @Transactional
  Optional<Inquiry> opened(String reference, String secret) {
    return sessions
        .inquiry(secret)
        .flatMap(inquiries::find)
        .filter(
            inquiry -> References.parse(reference).filter(inquiry.reference()::equals).isPresent());
  }

  @Transactional
  TrackingView view(Inquiry inquiry, Language language) {
    List<History.Entry> story = history.of(inquiry.id());
    List<AuditLog.Row> readings = audit.of(inquiry.id());
    Telling telling = new Telling(language, names(story, readings));
    String clinic = telling.clinics(holding(inquiry));
    String state = inquiry.status().name();
    return new TrackingView(
        inquiry.reference(),
        inquiry.status(),
        telling.say("now", state, null),
        telling.say("next", state, clinic),
        telling.say("holder", state, clinic),
        due(inquiry),
        decisions.of(inquiry.id()).stream()
            .map(decision -> decision.in(language).patientText())
            .findFirst()
            .orElse(null),
        story.stream()
            .filter(entry -> telling.knows("history", entry.kind()))
            .map(telling::happened)
            .toList(),
        readings.stream().filter(row -> row.act() != Act.STORED).map(telling::readBy).toList(),
        treatments.of(inquiry.id()).map(TrackingView.Report::of).orElse(null),
        inquiry.status().open());
  }

  /** Names of the clinics that have it, but for one. */
  @Transactional
  List<String> othersWith(UUID inquiryId, UUID leadId) {
    List<String> clinics =
        leads.of(inquiryId).stream()
            .filter(lead -> lead.status().live() && !lead.id().equals(leadId))
            .map(Lead::clinic)
            .toList();
    Map<String, String> names = directory.names(clinics);
    return clinics.stream().map(names::get).toList();
  }

  /** The clinics that have it in their hands. */
  private List<String> holding(Inquiry inquiry) {
    if (inquiry.clinic() != null) {
      return List.of(inquiry.clinic());
    }
    return leads.of(inquiry.id()).stream()
        .filter(lead -> lead.status().live())
        .map(Lead::clinic)
        .toList();
  }

  /** The clock of whoever answers to the patient; those inside the clinic's day are its own. */
  private Instant due(Inquiry inquiry) {
    return clocks.running(inquiry.id()).stream()
        .filter(clock -> clock.kind != RunningClock.Kind.VIEW)
        // With one offer there, it is the patient's turn, whatever others still prepare.
        .filter(
            clock ->
                clock.kind != RunningClock.Kind.QUOTE || inquiry.status() == InquiryStatus.ACCEPTED)
        .map(clock -> clock.dueAt)
        .findFirst()
        .orElse(null);
  }

  /** What the clinics of one story are called, by slug. */
  private Map<String, String> names(List<History.Entry> story, List<AuditLog.Row> readings) {
    return directory.names(
        Stream.concat(
                story.stream().map(History.Entry::clinic),
                readings.stream()
                    .map(AuditLog.Row::actor)
                    .filter(actor -> actor.kind() == Actor.Kind.CLINIC)
                    .map(Actor::name))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }
}
