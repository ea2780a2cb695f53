package health.sojourn.provider.leadinbox;

/** Whether a clinic waits for an answer to what it writes. */
public enum MessageKind {
  QUESTION,
  MESSAGE
}
