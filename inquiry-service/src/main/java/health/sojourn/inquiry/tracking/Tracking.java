package health.sojourn.inquiry.tracking;

import health.sojourn.inquiry.intake.History;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.intake.References;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.privacy.AuditLog;
import health.sojourn.inquiry.privacy.AuditLog.Act;
import health.sojourn.inquiry.tracking.TrackingView.Happened;
import health.sojourn.inquiry.tracking.TrackingView.ReadBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Puts together what the person who asked may see. */
@ApplicationScoped
public class Tracking {
  private final Inquiries inquiries;
  private final History history;
  private final AuditLog audit;
  private final Sessions sessions;
  private final Words words;

  Tracking(Inquiries inquiries, History history, AuditLog audit, Sessions sessions, Words words) {
    this.inquiries = inquiries;
    this.history = history;
    this.audit = audit;
    this.sessions = sessions;
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
    return sessions
        .inquiry(secret)
        .flatMap(inquiries::find)
        .filter(
            inquiry -> References.parse(reference).filter(inquiry.reference()::equals).isPresent())
        .map(this::view);
  }

  private TrackingView view(Inquiry inquiry) {
    String clinic = inquiry.clinic();
    return new TrackingView(
        inquiry.reference(),
        inquiry.status(),
        words.say("state." + inquiry.status()),
        words.say("next." + inquiry.status(), clinic),
        words.say("holder." + inquiry.status(), clinic),
        null,
        null,
        history.of(inquiry.id()).stream().map(this::happened).toList(),
        audit.of(inquiry.id()).stream()
            .filter(row -> row.act() != Act.STORED)
            .map(this::readBy)
            .toList());
  }

  private Happened happened(History.Entry entry) {
    return new Happened(
        entry.at(),
        entry.kind(),
        words.say("history." + entry.kind(), entry.clinic()),
        by(entry.actor()),
        entry.clinic());
  }

  private ReadBy readBy(AuditLog.Row row) {
    return new ReadBy(row.at(), by(row.actor()), words.say("act." + row.act()));
  }

  private String by(Actor actor) {
    return words.say("actor." + actor.kind(), actor.name());
  }
}
