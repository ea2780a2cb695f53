package health.sojourn.content.claim;

/** What is known about a claim. */
public enum Stance {
  /** Evidence carries it, of the kind the claim's certainty says. */
  SUPPORTED,
  /** Sources disagree. */
  CONTESTED,
  /** Nothing known carries it, or what is known speaks against it. */
  UNSUPPORTED,
  /** Its source could not be read. */
  UNVERIFIED
}
