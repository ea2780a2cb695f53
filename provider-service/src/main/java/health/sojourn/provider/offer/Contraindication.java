package health.sojourn.provider.offer;

/** What rules a patient out at a clinic, in the words an inquiry uses. */
public enum Contraindication {
  CANCER,
  INFECTION,
  ANTICOAGULANTS,
  PREGNANCY
}
