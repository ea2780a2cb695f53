package health.sojourn.provider.numbers;

import java.time.Instant;

/**
 * What a clinic was offered and what became of it, as far as numbers need it.
 *
 * @param status as the inbox has it, such as {@code ACCEPTED}
 * @param answeredAt null without an answer
 * @param declineReason null unless it said no
 * @param endReason null unless it was told one
 */
record Offered(
    Instant at, String status, Instant answeredAt, String declineReason, String endReason) {

  /** What the clinic did with it. */
  enum Answer {
    ACCEPTED,
    DECLINED,
    /** The time was over, or the answer came after it. */
    TOO_LATE,
    WAITING,
    /** It ended before the clinic had to answer. */
    TAKEN_BACK
  }

  Answer answer() {
    if (status.equals("EXPIRED") || "ANSWERED_TOO_LATE".equals(endReason)) {
      return Answer.TOO_LATE;
    }
    if (answeredAt != null) {
      return declineReason == null ? Answer.ACCEPTED : Answer.DECLINED;
    }
    return status.equals("OFFERED") || status.equals("VIEWED") ? Answer.WAITING : Answer.TAKEN_BACK;
  }
}
