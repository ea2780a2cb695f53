package health.sojourn.provider.leadinbox;

/** Why a clinic says no. A code and no free text: it travels to other services. */
public enum DeclineReason {
  OUTSIDE_CRITERIA,
  NO_CAPACITY,
  PRICE,
  LANGUAGE,
  MEDICAL_RISK,
  OTHER
}
