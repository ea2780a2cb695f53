package health.sojourn.content.claim;

/** How sure one can be, in the four steps of GRADE. */
public enum Certainty {
  HIGH,
  MODERATE,
  LOW,
  VERY_LOW
}
