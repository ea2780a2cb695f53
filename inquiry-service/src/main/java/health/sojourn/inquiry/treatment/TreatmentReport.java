package health.sojourn.inquiry.treatment;

import health.sojourn.inquiry.privacy.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the chosen clinic says it ended. It ends the inquiry when the patient or a facilitator has
 * confirmed it; until then a later report replaces it.
 */
@Entity
@Table(name = "treatment_report")
public class TreatmentReport {
  @Id UUID inquiryId;
  UUID leadId;

  @Enumerated(EnumType.STRING)
  Outcome outcome;

  String reason;
  LocalDate day;
  Instant reportedAt;
  Instant confirmedAt;

  @Enumerated(EnumType.STRING)
  Actor.Kind confirmedKind;

  String confirmedBy;

  /** What the clinic says. */
  @Schema(name = "TreatmentOutcome")
  public enum Outcome {
    TREATED,
    CANCELLED
  }

  void confirm(Actor actor, Instant at) {
    confirmedAt = at;
    confirmedKind = actor.kind();
    confirmedBy = actor.name();
  }

  public boolean confirmed() {
    return confirmedAt != null;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** A code, such as {@code PATIENT_CANCELLED}; null when treated. */
  public String reason() {
    return reason;
  }

  /** When it was treated or cancelled, in the clinic's zone. */
  public LocalDate day() {
    return day;
  }

  public Instant reportedAt() {
    return reportedAt;
  }

  public Instant confirmedAt() {
    return confirmedAt;
  }

  /** Null until it is confirmed. */
  public Actor confirmedBy() {
    return confirmedKind == null ? null : new Actor(confirmedKind, confirmedBy);
  }
}
