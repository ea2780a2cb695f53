package health.sojourn.provider.leadinbox;

/** Why a treatment did not happen. A code and no free text: it travels to other services. */
public enum CancelReason {
  PATIENT_CANCELLED,
  DID_NOT_COME,
  NOT_SUITABLE,
  CLINIC_CANCELLED,
  OTHER
}
