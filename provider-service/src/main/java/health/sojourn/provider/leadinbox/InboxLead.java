package health.sojourn.provider.leadinbox;

import health.sojourn.http.Problem;
import health.sojourn.provider.leadinbox.InboxStatus.Step;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * An inquiry offered to one clinic, on the clinic's side. It holds what travels on events (ids,
 * country, language, times) and nothing about the patient's health. Each verb says whether it
 * changed anything, so that saying the same thing twice is said to the others once.
 */
@Entity
@Table(name = "inbox_lead")
public class InboxLead {
  @Id private UUID id;
  private UUID inquiryId;
  private String reference;

  @Column(name = "clinic_slug")
  private String clinic;

  private String therapy;
  private String country;
  private String language;
  private Instant offeredAt;
  private Instant answerBy;

  @Enumerated(EnumType.STRING)
  private InboxStatus status;

  private Instant viewedAt;
  private Instant answeredAt;

  @Enumerated(EnumType.STRING)
  private DeclineReason declineReason;

  private Instant endedAt;
  private String endReason;

  protected InboxLead() {}

  static InboxLead offered(LeadEvents.Offered event) {
    var lead = new InboxLead();
    lead.id = event.leadId();
    lead.inquiryId = event.inquiryId();
    lead.reference = event.reference();
    lead.clinic = event.clinic();
    lead.therapy = event.therapy();
    lead.country = event.country();
    lead.language = event.language();
    lead.offeredAt = event.offeredAt();
    lead.answerBy = event.answerBy();
    lead.status = InboxStatus.OFFERED;
    return lead;
  }

  /** The clinic read the case. Only the first time changes anything. */
  boolean view(Instant now) {
    if (!status.allows(Step.VIEW)) {
      return false;
    }
    take(Step.VIEW);
    viewedAt = now;
    return true;
  }

  /**
   * @return false if it was accepted before
   * @throws Problem 409 after {@code answerBy} or another answer
   */
  boolean accept(Instant now) {
    if (status == InboxStatus.ACCEPTED) {
      return false;
    }
    answer(Step.ACCEPT, now);
    return true;
  }

  /**
   * @return false if it was declined for the same reason before
   * @throws Problem 409 after {@code answerBy} or another answer
   */
  boolean decline(DeclineReason reason, Instant now) {
    if (status == InboxStatus.DECLINED && declineReason == reason) {
      return false;
    }
    answer(Step.DECLINE, now);
    declineReason = reason;
    return true;
  }

  /** What {@code inquiry-service} says. Saying it twice changes nothing. */
  void told(Step step, Instant at, String reason) {
    if (status == step.to()) {
      return;
    }
    take(step);
    if (step != Step.CHOOSE) {
      endedAt = at;
      endReason = reason;
    }
  }

  private void answer(Step step, Instant now) {
    if (!status.allows(step)) {
      throw status == InboxStatus.ACCEPTED || status == InboxStatus.DECLINED
          ? Problem.conflict("lead-answered", "This inquiry was already answered.")
          : Problem.conflict("lead-ended", "This inquiry can't be answered any more.");
    }
    if (now.isAfter(answerBy)) {
      throw Problem.conflict(
          "lead-too-late", "The time to answer ended. The inquiry goes to another clinic.");
    }
    take(step);
    answeredAt = now;
  }

  private void take(Step step) {
    if (!status.allows(step)) {
      throw new IllegalStateException("A lead that is " + status + " can't " + step);
    }
    status = step.to();
  }

  boolean canBeAnsweredAt(Instant now) {
    return status.awaitsAnswer() && !now.isAfter(answerBy);
  }

  /** How long the clinic took, in hours by the wall clock. */
  BigDecimal hoursToAnswer() {
    return BigDecimal.valueOf(Duration.between(offeredAt, answeredAt).toSeconds())
        .max(BigDecimal.ZERO)
        .divide(BigDecimal.valueOf(3600), 2, RoundingMode.HALF_UP);
  }

  public UUID id() {
    return id;
  }

  public String reference() {
    return reference;
  }

  public String clinic() {
    return clinic;
  }

  public String therapy() {
    return therapy;
  }

  public String country() {
    return country;
  }

  public String language() {
    return language;
  }

  public Instant offeredAt() {
    return offeredAt;
  }

  public Instant answerBy() {
    return answerBy;
  }

  public InboxStatus status() {
    return status;
  }

  public Instant viewedAt() {
    return viewedAt;
  }

  public Instant answeredAt() {
    return answeredAt;
  }

  public DeclineReason declineReason() {
    return declineReason;
  }

  public Instant endedAt() {
    return endedAt;
  }

  public String endReason() {
    return endReason;
  }
}
