package health.sojourn.inquiry.intake;

import health.sojourn.http.Problem;
import health.sojourn.inquiry.intake.InquiryEvent.InquiryAccepted;
import health.sojourn.inquiry.intake.InquiryEvent.InquiryChosen;
import health.sojourn.inquiry.intake.InquiryEvent.InquiryClosed;
import health.sojourn.inquiry.intake.InquiryEvent.InquiryCompleted;
import health.sojourn.inquiry.intake.InquiryEvent.InquiryQuoted;
import health.sojourn.inquiry.intake.InquiryEvent.InquiryReceived;
import health.sojourn.inquiry.intake.InquiryEvent.InquiryRouted;
import health.sojourn.inquiry.intake.InquiryEvent.InquiryUnplaced;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One person's request for a therapy.
 *
 * <p>Its status moves only along the edges of {@link InquiryStatus}; every verb returns the event
 * of its edge, to be handed to {@link Inquiries#publish}. A step without an edge is refused with
 * 409 {@code inquiry-state} and changes nothing. What is known about the person's health and how to
 * reach them is not here: it is sealed beside it, see {@link Inquiries#caseOf}.
 */
@Entity
@Table(name = "inquiry")
public class Inquiry {
  @Id private UUID id;
  private String reference;
  private UUID patientId;

  @Enumerated(EnumType.STRING)
  private InquiryStatus status;

  @Enumerated(EnumType.STRING)
  private CloseReason closeReason;

  private String therapy;
  private String country;
  private String language;
  private int birthYear;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private String recordedBy;
  private String owner;
  private String clinic;
  private Instant receivedAt;
  private Instant changedAt;

  protected Inquiry() {}

  /**
   * Stored exactly once, with the event {@link #received()}.
   *
   * @param country where the patient lives, ISO 3166-1 alpha-2
   * @param language the patient's, BCP 47
   * @param recordedBy who typed it for the patient, or null
   */
  Inquiry(
      UUID id,
      String reference,
      UUID patientId,
      String therapy,
      String country,
      String language,
      int birthYear,
      Channel channel,
      String recordedBy,
      Instant receivedAt) {
    this.id = id;
    this.reference = reference;
    this.patientId = patientId;
    this.status = InquiryStatus.RECEIVED;
    this.therapy = therapy;
    this.country = country;
    this.language = language;
    this.birthYear = birthYear;
    this.channel = channel;
    this.recordedBy = recordedBy;
    this.receivedAt = receivedAt;
    this.changedAt = receivedAt;
  }

  InquiryReceived received() {
    return new InquiryReceived(id, reference, therapy, country, language, channel, receivedAt);
  }

  /** Offered to these clinics, by this decision. */
  public InquiryRouted route(UUID decisionId, RoutingMode mode, List<String> clinics, Instant at) {
    move(InquiryStatus.ROUTED, null, at);
    return new InquiryRouted(id, reference, decisionId, mode, List.copyOf(clinics), at);
  }

  /**
   * Nobody fits, or everybody declined; a person has to look.
   *
   * @param reasons the codes of the rules that left nobody
   */
  public InquiryUnplaced leaveUnplaced(UUID decisionId, List<String> reasons, Instant at) {
    move(InquiryStatus.UNPLACED, null, at);
    return new InquiryUnplaced(id, reference, decisionId, List.copyOf(reasons), at);
  }

  public InquiryAccepted accept(String clinic, Instant at) {
    move(InquiryStatus.ACCEPTED, clinic, at);
    return new InquiryAccepted(id, reference, clinic, at);
  }

  public InquiryQuoted quote(String clinic, Instant at) {
    move(InquiryStatus.QUOTED, clinic, at);
    return new InquiryQuoted(id, reference, clinic, at);
  }

  /** The patient chose; only now may the clinic learn who it is. */
  public InquiryChosen choose(String clinic, Instant at) {
    move(InquiryStatus.CHOSEN, clinic, at);
    return new InquiryChosen(id, reference, clinic, at);
  }

  /** Treated, reported by the clinic and confirmed by the patient or a facilitator. */
  public InquiryCompleted complete(Instant at) {
    move(InquiryStatus.COMPLETED, clinic, at);
    return new InquiryCompleted(id, reference, clinic, at);
  }

  public InquiryClosed close(CloseReason reason, Instant at) {
    move(InquiryStatus.CLOSED, clinic, at);
    closeReason = reason;
    return new InquiryClosed(id, reference, reason, at);
  }

  /** The facilitator who looks after it; it stays theirs when the same person writes again. */
  public void assignTo(String owner) {
    this.owner = owner;
  }

  private void move(InquiryStatus next, String clinic, Instant at) {
    if (status.edgeTo(next).isEmpty()) {
      throw Problem.conflict(
          "inquiry-state",
          "The inquiry %s is %s and can't become %s.".formatted(reference, status, next));
    }
    this.status = next;
    this.clinic = clinic;
    this.changedAt = at;
  }

  public UUID id() {
    return id;
  }

  public String reference() {
    return reference;
  }

  /** The person it is about; the key to what is sealed. */
  public UUID patientId() {
    return patientId;
  }

  public InquiryStatus status() {
    return status;
  }

  /** Set when and only when the status is CLOSED. */
  public CloseReason closeReason() {
    return closeReason;
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

  public int birthYear() {
    return birthYear;
  }

  public Channel channel() {
    return channel;
  }

  public String recordedBy() {
    return recordedBy;
  }

  /** The facilitator's user name, or null while it is nobody's. */
  public String owner() {
    return owner;
  }

  /** The clinic of the furthest live lead, once one has accepted; null before. */
  public String clinic() {
    return clinic;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public Instant changedAt() {
    return changedAt;
  }
}
