package health.sojourn.provider.offer;

/** What a dose counts for. */
public enum DosePer {
  KNEE,
  SESSION
}
