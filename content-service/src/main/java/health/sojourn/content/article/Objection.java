package health.sojourn.content.article;

/**
 * One reason not to publish.
 *
 * @param rule which rule of the gate
 * @param where the claim, section or paragraph it is about
 * @param advice what to change
 */
public record Objection(Rule rule, String where, String advice) {

  public enum Rule {
    CLAIM_WITHOUT_CITATION,
    NUMBER_WITHOUT_CITATION,
    CITATION_UNKNOWN,
    REST_ON_UNSEEN,
    SECTION_MISSING,
    CLAIM_NOT_SHOWN,
    DUPLICATE_ID,
    SELF_REVIEW,
    REVIEW_OVERDUE
  }
}
