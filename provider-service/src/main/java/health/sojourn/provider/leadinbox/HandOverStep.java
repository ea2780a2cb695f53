package health.sojourn.provider.leadinbox;

/** What a clinic has to do between the patient's choice and the treatment. */
public enum HandOverStep {
  CONTACTED,
  RECORDS_RECEIVED,
  SUITABILITY_CONFIRMED,
  DATES_AGREED,
  CONSENT_SIGNED,
  TRAVEL_ARRANGED,
  FOLLOW_UP_PLANNED
}
