package health.sojourn.inquiry.intake;

/** How an inquiry reached us. */
public enum Channel {
  FORM,
  API,
  PARTNER,
  PHONE,
  EMAIL,
  DESK
}
