package health.sojourn.provider.offer;

/** How the needle finds the joint. */
public enum ImagingGuidance {
  ULTRASOUND,
  FLUOROSCOPY,
  NONE,
  UNKNOWN
}
