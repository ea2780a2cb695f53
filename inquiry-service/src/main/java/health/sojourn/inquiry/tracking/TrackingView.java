package health.sojourn.inquiry.tracking;

import health.sojourn.inquiry.intake.InquiryStatus;
import health.sojourn.inquiry.treatment.TreatmentReport;
import health.sojourn.inquiry.treatment.TreatmentReport.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An inquiry as the person who asked sees it.
 *
 * @param state the status in words
 * @param nextStep what happens next
 * @param heldBy who has to act
 * @param dueAt until when, or null where nobody's clock runs
 * @param why why these clinics, in the words of the routing decision; null before there is one
 * @param history oldest first
 * @param readBy who read the case; newest first
 * @param report how the clinic says it ended; null before it says so
 * @param open it can still be withdrawn
 */
public record TrackingView(
    String reference,
    InquiryStatus status,
    String state,
    String nextStep,
    String heldBy,
    Instant dueAt,
    String why,
    List<Happened> history,
    List<ReadBy> readBy,
    Report report,
    boolean open) {

  public record Happened(Instant at, String kind, String text, String by, String clinic) {}

  public record ReadBy(Instant at, String who, String what) {}

  /**
   * @param reason why it was cancelled, a code; null when treated
   * @param day in the clinic's zone
   * @param confirmed by the patient or a facilitator
   */
  public record Report(Outcome outcome, String reason, LocalDate day, boolean confirmed) {
    static Report of(TreatmentReport report) {
      return new Report(report.outcome(), report.reason(), report.day(), report.confirmed());
    }
  }
}
