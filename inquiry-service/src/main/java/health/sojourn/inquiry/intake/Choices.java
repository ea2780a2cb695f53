package health.sojourn.inquiry.intake;

/** The answers a patient can choose from. */
public final class Choices {
  private Choices() {}

  /** Where it hurts. */
  public enum Joint {
    KNEE
  }

  public enum Side {
    LEFT,
    RIGHT,
    BOTH
  }

  /** What was tried before. */
  public enum Treatment {
    EXERCISE,
    WEIGHT_LOSS,
    NSAID,
    STEROID_INJECTION,
    HYALURONIC_ACID,
    PRP,
    SURGERY,
    OTHER
  }

  /** What can speak against the treatment; the words of an offer's inclusion rules. */
  public enum Contraindication {
    CANCER,
    INFECTION,
    ANTICOAGULANTS,
    PREGNANCY
  }

  /** What the person who writes is to the patient. */
  public enum Relation {
    SPOUSE,
    CHILD,
    PARENT,
    SIBLING,
    FRIEND,
    CAREGIVER,
    OTHER
  }
}
