package health.sojourn.provider.offer;

/** On what ground a clinic may offer a therapy in its country. */
public enum LegalBasis {
  MARKETING_AUTHORISATION,
  HOSPITAL_EXEMPTION,
  CLINICAL_TRIAL,
  NATIONAL_LICENCE,
  STATE_LAW_EXCEPTION,
  /** The clinic was asked and named none. */
  NONE_DECLARED,
  /** Nobody has said. */
  UNKNOWN
}
