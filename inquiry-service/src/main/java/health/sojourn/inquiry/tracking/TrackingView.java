package health.sojourn.inquiry.tracking;

import health.sojourn.inquiry.intake.InquiryStatus;
import java.time.Instant;
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
    boolean open) {

  public record Happened(Instant at, String kind, String text, String by, String clinic) {}

  public record ReadBy(Instant at, String who, String what) {}
}
