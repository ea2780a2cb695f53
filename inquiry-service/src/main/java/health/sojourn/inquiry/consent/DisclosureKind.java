package health.sojourn.inquiry.consent;

/** What a person must or can be told and acknowledge. */
public enum DisclosureKind {
  /** How we are paid by the clinics shown. */
  COMMISSION,
  /** The therapy is unproven. */
  UNPROVEN_THERAPY,
  /** In the named countries the law does not back the offer, or nobody has checked. */
  NO_LEGAL_BASIS
}
