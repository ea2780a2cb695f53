package health.sojourn.inquiry.tracking;

import health.sojourn.inquiry.clock.Clocks;
import health.sojourn.inquiry.clock.RunningClock;
import health.sojourn.inquiry.consent.Purpose;
import health.sojourn.inquiry.directory.Directory;
import health.sojourn.inquiry.intake.History;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.intake.References;
import health.sojourn.inquiry.lead.Lead;
import health.sojourn.inquiry.lead.Leads;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.privacy.AuditLog;
import health.sojourn.inquiry.privacy.AuditLog.Act;
import health.sojourn.inquiry.routing.Decision;
import health.sojourn.inquiry.routing.Decisions;
import health.sojourn.inquiry.tracking.TrackingView.Happened;
import health.sojourn.inquiry.tracking.TrackingView.ReadBy;
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
  private final Words words;

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
      Words words) {
    this.inquiries = inquiries;
    this.leads = leads;
    this.decisions = decisions;
    this.clocks = clocks;
    this.directory = directory;
    this.history = history;
    this.audit = audit;
    this.sessions = sessions;
    this.withdrawal = withdrawal;
    this.words = words;
  }

  String reference(UUID inquiryId) {
    return inquiries.find(inquiryId).map(Inquiry::reference).orElseThrow();
  }

  /**
   * @param secret the session's
   * @return empty unless the session is this inquiry's
   */
  @Transactional
  Optional<TrackingView> view(String reference, String secret) {
    return opened(reference, secret).map(this::view);
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

  private Optional<Inquiry> opened(String reference, String secret) {
    return sessions
        .inquiry(secret)
        .flatMap(inquiries::find)
        .filter(
            inquiry -> References.parse(reference).filter(inquiry.reference()::equals).isPresent());
  }

  private TrackingView view(Inquiry inquiry) {
    List<History.Entry> story = history.of(inquiry.id());
    List<AuditLog.Row> readings = audit.of(inquiry.id());
    Names names = new Names(story, readings);
    String clinic = names.all(holding(inquiry));
    String state = inquiry.status().name();
    return new TrackingView(
        inquiry.reference(),
        inquiry.status(),
        words.say("state." + state),
        words.say("next." + state, clinic),
        words.say("holder." + state, clinic),
        due(inquiry),
        decisions.of(inquiry.id()).stream().map(Decision::patientText).findFirst().orElse(null),
        story.stream()
            .filter(entry -> words.know("history." + entry.kind()))
            .map(entry -> happened(entry, names))
            .toList(),
        readings.stream()
            .filter(row -> row.act() != Act.STORED)
            .map(row -> readBy(row, names))
            .toList(),
        inquiry.status().open());
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
        .map(clock -> clock.dueAt)
        .findFirst()
        .orElse(null);
  }

  private Happened happened(History.Entry entry, Names names) {
    return new Happened(
        entry.at(),
        entry.kind(),
        words.say("history." + entry.kind(), names.of(entry.clinic())),
        by(entry.actor(), names),
        entry.clinic());
  }

  private ReadBy readBy(AuditLog.Row row, Names names) {
    return new ReadBy(row.at(), by(row.actor(), names), words.say("act." + row.act()));
  }

  private String by(Actor actor, Names names) {
    boolean clinic = actor.kind() == Actor.Kind.CLINIC;
    return words.say("actor." + actor.kind(), clinic ? names.of(actor.name()) : null);
  }

  /** What the clinics of one story are called, asked once. */
  private final class Names {
    private final Map<String, String> names;

    private Names(List<History.Entry> story, List<AuditLog.Row> readings) {
      names =
          directory.names(
              Stream.concat(
                      story.stream().map(History.Entry::clinic),
                      readings.stream()
                          .map(AuditLog.Row::actor)
                          .filter(actor -> actor.kind() == Actor.Kind.CLINIC)
                          .map(Actor::name))
                  .filter(Objects::nonNull)
                  .collect(Collectors.toSet()));
    }

    private String of(String slug) {
      return slug == null ? null : names.getOrDefault(slug, slug);
    }

    private String all(List<String> slugs) {
      return slugs.isEmpty()
          ? null
          : slugs.stream().map(this::of).collect(Collectors.joining(", "));
    }
  }
}
