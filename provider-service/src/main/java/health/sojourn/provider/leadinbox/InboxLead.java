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
import java.time.LocalDate;
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

  private Instant quotedAt;
  private LocalDate quoteValidUntil;
  private Instant chosenAt;
  private Instant endedAt;
  private String endReason;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @Enumerated(EnumType.STRING)
  private CancelReason outcomeReason;

  private LocalDate outcomeDay;
  private Instant reportedAt;

  private boolean unread;

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
    lead.unread = true;
    return lead;
  }

  /** Somebody of the clinic looked at it. */
  void see() {
    unread = false;
  }

  /** The clinic read the case. Only the first time changes anything for others. */
  boolean view(Instant now) {
    see();
    if (!status.allows(Step.VIEW)) {
      return false;
    }
    take(Step.VIEW);
    viewedAt = now;
    return true;
  }

  /**
   * @return false if it was accepted before, whatever came of it since
   * @throws Problem 409 after {@code answerBy} or another answer
   */
  boolean accept(Instant now) {
    if (status.isAccepted()) {
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

  /**
   * The clinic wants to write to the patient; nothing changes by it, and no clock stops.
   *
   * @throws Problem 409 after the end, or after {@code answerBy} without an answer
   */
  void checkWritable(Instant now) {
    if (!status.isOpen()) {
      throw ended();
    }
    if (status.awaitsAnswer()) {
      checkInTime(now);
    }
  }

  /**
   * @throws Problem 409 unless it was accepted and nobody was chosen yet
   */
  void checkQuotable() {
    if (status.mayBeQuoted()) {
      return;
    }
    if (status.awaitsAnswer()) {
      throw Problem.conflict("lead-not-accepted", "Accept the case first, then write the quote.");
    }
    throw status == InboxStatus.CHOSEN
        ? Problem.conflict("lead-chosen", "The patient chose already; the quote can't change.")
        : ended();
  }

  /** Each version anew. */
  void quote(LocalDate validUntil, Instant now) {
    checkQuotable();
    take(Step.QUOTE);
    quotedAt = now;
    quoteValidUntil = validUntil;
  }

  void takeQuoteBack() {
    checkQuotable();
    take(Step.TAKE_QUOTE_BACK);
    quotedAt = null;
    quoteValidUntil = null;
  }

  /**
   * @return false if the same was reported before
   * @throws Problem 409 unless it was chosen, or after another report
   */
  boolean report(TreatmentReport report, Instant now) {
    if (status != InboxStatus.CHOSEN) {
      throw Problem.conflict("lead-not-chosen", "Only a case that the patient chose is reported.");
    }
    if (outcome != null) {
      if (report.equals(new TreatmentReport(outcome, outcomeReason, outcomeDay))) {
        return false;
      }
      throw Problem.conflict("treatment-reported", "How it ended was reported already.");
    }
    outcome = report.outcome();
    outcomeReason = report.reason();
    outcomeDay = report.day();
    reportedAt = now;
    return true;
  }

  /** What {@code inquiry-service} says. Saying it twice changes nothing. */
  void told(Step step, Instant at, String reason) {
    if (status == step.to()) {
      return;
    }
    take(step);
    unread = true;
    if (step == Step.CHOOSE) {
      chosenAt = at;
    } else {
      endedAt = at;
      endReason = reason;
    }
  }

  private void answer(Step step, Instant now) {
    if (!status.allows(step)) {
      throw status.isAnswered()
          ? Problem.conflict("lead-answered", "This inquiry was already answered.")
          : ended();
    }
    checkInTime(now);
    take(step);
    answeredAt = now;
  }

  private void checkInTime(Instant now) {
    if (now.isAfter(answerBy)) {
      throw Problem.conflict(
          "lead-too-late", "The time to answer ended. The inquiry goes to another clinic.");
    }
  }

  private static Problem ended() {
    return Problem.conflict("lead-ended", "This inquiry can't be answered any more.");
  }

  private void take(Step step) {
    if (!status.allows(step)) {
      throw new IllegalStateException("A lead that is " + status + " can't " + step);
    }
    status = step.to();
  }

  /** Something happened that the clinic did not do itself, and nobody there has looked since. */
  boolean isUnread() {
    return unread;
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

  /** Of the version in force; null where there is none. */
  public Instant quotedAt() {
    return quotedAt;
  }

  /** Of the version in force, in the clinic's zone; null where there is none. */
  public LocalDate quoteValidUntil() {
    return quoteValidUntil;
  }

  public Instant chosenAt() {
    return chosenAt;
  }

  public Outcome outcome() {
    return outcome;
  }

  public CancelReason outcomeReason() {
    return outcomeReason;
  }

  public LocalDate outcomeDay() {
    return outcomeDay;
  }

  public Instant reportedAt() {
    return reportedAt;
  }

  public Instant endedAt() {
    return endedAt;
  }

  public String endReason() {
    return endReason;
  }
}
