package health.sojourn.inquiry.routing;

/** Who may get the lead, in the order in which it is asked. */
public enum HardRule {
  CONSENT,
  LEGAL_BASIS,
  SUSPENDED,
  PATIENT_WISH,
  EXISTING_RELATION,
  CLINICAL,
  VERIFICATION,
  CAPACITY
}
