package health.sojourn.provider.quote;

/** What became of a version of a quote. Only one that is in force can be chosen. */
public enum QuoteState {
  IN_FORCE,
  EXPIRED,
  REPLACED,
  WITHDRAWN
}
