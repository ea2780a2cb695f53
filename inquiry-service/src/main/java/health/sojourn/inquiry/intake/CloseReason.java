package health.sojourn.inquiry.intake;

/** Why an inquiry ended. */
public enum CloseReason {
  WITHDRAWN,
  UNSUITABLE,
  DUPLICATE,
  NO_ANSWER,
  CANCELLED,
  ERASED
}
