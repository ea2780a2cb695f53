package health.sojourn.inquiry.consent;

/** What a person can agree to. */
public enum Purpose {
  /** We may write and call about the inquiry. */
  CONTACT,
  /** Clinics in the named countries may see the case. */
  SHARE_HEALTH_DATA_WITH_CLINICS
}
