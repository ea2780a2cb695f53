package health.sojourn.e2e.soak;

/** A promise that was not kept, and where it shows. */
record Violation(Promise promise, String what) {
  enum Promise {
    /** What was answered with success is there. */
    NOTHING_LOST,
    /** Whatever was asked, however often, is there at most once. */
    NOTHING_DOUBLED,
    /** What was refused is not there. */
    REFUSED_IS_REFUSED,
    /** What a service said is on its topic, and nothing else is. */
    SAID_IS_SENT,
    /** Each consumer acted on each event once. */
    APPLIED_ONCE,
    /** Events of one aggregate arrive and act in the order they were said. */
    ORDER_KEPT,
    /** Every inquiry is in somebody's hands and something is set in motion for it. */
    SOMEBODY_HOLDS_IT,
    /** Each mail is sent at least once. */
    MAIL_SENT,
    /** A mail that is sent again has the same Message-ID. */
    MAIL_KEEPS_ITS_ID
  }

  @Override
  public String toString() {
    return promise + ": " + what;
  }
}
