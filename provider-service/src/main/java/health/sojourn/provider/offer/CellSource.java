package health.sojourn.provider.offer;

/** Where the donor's cells come from. */
public enum CellSource {
  UMBILICAL_CORD_TISSUE,
  CORD_BLOOD,
  PLACENTA,
  AMNION,
  BONE_MARROW,
  ADIPOSE,
  IPSC_DERIVED,
  UNKNOWN
}
