package health.sojourn.provider.leadinbox;

/** How a chosen lead ended at the clinic. A code: it travels to other services. */
public enum Outcome {
  TREATED,
  CANCELLED
}
