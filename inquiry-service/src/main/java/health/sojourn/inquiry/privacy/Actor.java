package health.sojourn.inquiry.privacy;

/**
 * Who did or read something.
 *
 * @param name a user name, a clinic's slug, a partner's id; null for the patient and the system
 */
public record Actor(Kind kind, String name) {
  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null);
  public static final Actor PATIENT = new Actor(Kind.PATIENT, null);

  /** The sort of person or machine. */
  public enum Kind {
    SYSTEM,
    PATIENT,
    FACILITATOR,
    CLINIC,
    PARTNER
  }

  public static Actor facilitator(String userName) {
    return new Actor(Kind.FACILITATOR, userName);
  }

  public static Actor clinic(String slug) {
    return new Actor(Kind.CLINIC, slug);
  }
}
