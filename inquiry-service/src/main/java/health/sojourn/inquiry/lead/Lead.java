package health.sojourn.inquiry.lead;

import health.sojourn.http.Problem;
import health.sojourn.inquiry.lead.LeadEvent.LeadAccepted;
import health.sojourn.inquiry.lead.LeadEvent.LeadChosen;
import health.sojourn.inquiry.lead.LeadEvent.LeadClosed;
import health.sojourn.inquiry.lead.LeadEvent.LeadDeclined;
import health.sojourn.inquiry.lead.LeadEvent.LeadExpired;
import health.sojourn.inquiry.lead.LeadEvent.LeadLost;
import health.sojourn.inquiry.lead.LeadEvent.LeadOffered;
import health.sojourn.inquiry.lead.LeadEvent.LeadQuoted;
import health.sojourn.inquiry.lead.LeadEvent.LeadViewed;
import health.sojourn.inquiry.lead.LeadEvent.LeadWithdrawn;
import health.sojourn.inquiry.lead.LeadEvent.Reason;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * An inquiry offered to one clinic.
 *
 * <p>It moves only along the edges of {@link LeadStatus} and only while its inquiry is locked;
 * every verb returns the event of its edge, to be handed to {@link Leads#publish}. A step without
 * an edge is refused with 409 {@code lead-state} and changes nothing. A clinic has at most one lead
 * per inquiry that we did not take back ourselves.
 */
@Entity
@Table(name = "lead")
public class Lead {
  @Id private UUID id;
  private UUID inquiryId;
  private String reference;
  private String clinic;

  @Enumerated(EnumType.STRING)
  private LeadStatus status;

  private UUID decisionId;
  private Instant offeredAt;
  private Instant answerBy;
  private Instant viewedAt;
  private Instant answeredAt;
  private String declineReason;

  protected Lead() {}

  Lead(
      UUID id,
      UUID inquiryId,
      String reference,
      String clinic,
      UUID decisionId,
      Instant offeredAt,
      Instant answerBy) {
    this.id = id;
    this.inquiryId = inquiryId;
    this.reference = reference;
    this.clinic = clinic;
    this.status = LeadStatus.OFFERED;
    this.decisionId = decisionId;
    this.offeredAt = offeredAt;
    this.answerBy = answerBy;
  }

  LeadOffered offered(String therapy, String country, String language) {
    return new LeadOffered(
        id, inquiryId, reference, clinic, therapy, country, language, offeredAt, answerBy);
  }

  public LeadViewed view(Instant at) {
    move(LeadStatus.VIEWED);
    viewedAt = at;
    return new LeadViewed(id, inquiryId, clinic, at);
  }

  public LeadAccepted accept(Instant at) {
    move(LeadStatus.ACCEPTED);
    answeredAt = at;
    return new LeadAccepted(id, inquiryId, clinic, at);
  }

  /**
   * @param reason a code such as {@code OUTSIDE_CRITERIA}
   */
  public LeadDeclined decline(String reason, Instant at) {
    move(LeadStatus.DECLINED);
    answeredAt = at;
    declineReason = reason;
    return new LeadDeclined(id, inquiryId, clinic, at, reason);
  }

  public LeadQuoted quote(Instant at) {
    move(LeadStatus.QUOTED);
    return new LeadQuoted(id, inquiryId, clinic, at);
  }

  /** The patient chose this clinic's offer. */
  public LeadChosen choose(Instant at) {
    move(LeadStatus.CHOSEN);
    return new LeadChosen(id, inquiryId, clinic, at);
  }

  /** Nobody answered in time. */
  public LeadExpired expire(Instant at) {
    move(LeadStatus.EXPIRED);
    return new LeadExpired(id, inquiryId, clinic, at);
  }

  /** Taken back by us or by the patient. */
  public LeadWithdrawn withdraw(Reason reason, Instant at) {
    move(LeadStatus.WITHDRAWN);
    return new LeadWithdrawn(id, inquiryId, clinic, at, reason);
  }

  /** Another clinic was chosen. */
  public LeadLost lose(Reason reason, Instant at) {
    move(LeadStatus.LOST);
    return new LeadLost(id, inquiryId, clinic, at, reason);
  }

  /** Answers what can't count any more; the lead stays as it is. */
  public LeadClosed answeredAfterItsEnd(Instant at) {
    Reason reason =
        switch (status) {
          case WITHDRAWN -> Reason.WITHDRAWN;
          case LOST -> Reason.OTHER_CLINIC_CHOSEN;
          default -> Reason.ANSWERED_TOO_LATE;
        };
    return new LeadClosed(id, inquiryId, clinic, at, reason);
  }

  private void move(LeadStatus next) {
    if (status.edgeTo(next).isEmpty()) {
      throw Problem.conflict(
          "lead-state",
          "The lead of %s at %s is %s and can't become %s."
              .formatted(reference, clinic, status, next));
    }
    status = next;
  }

  public UUID id() {
    return id;
  }

  public UUID inquiryId() {
    return inquiryId;
  }

  public String reference() {
    return reference;
  }

  public String clinic() {
    return clinic;
  }

  public LeadStatus status() {
    return status;
  }

  public UUID decisionId() {
    return decisionId;
  }

  public Instant offeredAt() {
    return offeredAt;
  }

  /** Until when the clinic must have answered, in its own business time. */
  public Instant answerBy() {
    return answerBy;
  }

  /** Null until the clinic opened it. */
  public Instant viewedAt() {
    return viewedAt;
  }

  /** Null until the clinic accepted or declined. */
  public Instant answeredAt() {
    return answeredAt;
  }

  /** Set when and only when the clinic declined. */
  public String declineReason() {
    return declineReason;
  }
}
