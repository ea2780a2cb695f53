package health.sojourn.content.article;

/** Whether a named clinician has reviewed an article. */
public enum MedicalReview {
  PENDING,
  REVIEWED
}
