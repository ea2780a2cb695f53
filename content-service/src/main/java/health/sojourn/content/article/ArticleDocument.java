package health.sojourn.content.article;

import health.sojourn.content.article.ArticleText.Alternative;
import health.sojourn.content.article.ArticleText.Change;
import health.sojourn.content.article.ArticleText.Correction;
import health.sojourn.content.article.ArticleText.Disclosures;
import health.sojourn.content.article.ArticleText.Evidence;
import health.sojourn.content.article.ArticleText.LegalStatus;
import health.sojourn.content.article.ArticleText.Plot;
import health.sojourn.content.article.ArticleText.Price;
import health.sojourn.content.article.ArticleText.Section;
import health.sojourn.content.article.ArticleText.Trial;
import health.sojourn.content.citation.Citation;
import health.sojourn.content.claim.Certainty;
import health.sojourn.content.claim.Claim;
import health.sojourn.content.claim.Stance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole article. Texts may hold {@code [[id]]}, which names one of the citations. */
public record ArticleDocument(
    @Schema(examples = "allogeneic-msc-knee", maxLength = 80, pattern = "[a-z0-9-]+") String slug,
    @Schema(maxLength = 200) String title,
    @Schema(maxLength = 80, pattern = "[a-z0-9-]+") String therapy,
    @Schema(description = "BCP 47", examples = "en", maxLength = 35) String language,
    @Schema(examples = "1", minimum = "1") int version,
    @Schema(description = "PUBLISHED, or SUPERSEDED for an older version") ArticleStatus status,
    Instant publishedAt,
    Instant lastReviewedAt,
    LocalDate reviewDueOn,
    MedicalReview medicalReview,
    @Schema(description = "The whole in a few lines") List<String> inShort,
    List<Section> sections,
    List<JudgedClaim> claims,
    List<Citation> citations,
    List<Evidence> evidence,
    List<Plot> plots,
    List<Trial> trials,
    List<LegalStatus> legalStatus,
    List<Price> prices,
    List<Alternative> alternatives,
    List<String> questions,
    Disclosures disclosures,
    List<Correction> corrections,
    List<Change> changes) {

  /** A claim with what is known about it. */
  public record JudgedClaim(
      @Schema(examples = "claim-1", maxLength = 60) String id,
      @Schema(maxLength = 500) String text,
      Stance stance,
      Certainty certainty,
      List<String> citationIds,
      List<String> reasons,
      @Schema(description = "Set where the evidence is not about patients", maxLength = 100)
          String kindOfEvidence) {

    static JudgedClaim of(Claim claim) {
      return new JudgedClaim(
          claim.id(),
          claim.text(),
          claim.stance(),
          claim.certainty(),
          claim.sources(),
          claim.reasons(),
          claim.kindOfEvidence());
    }
  }

  static ArticleDocument of(ArticleVersion article) {
    ArticleText text = article.text();
    return new ArticleDocument(
        article.slug(),
        text.title(),
        article.therapy(),
        article.language(),
        article.version(),
        article.status(),
        article.publishedAt(),
        text.reviewedAt(),
        text.reviewDueOn(),
        text.medicalReview(),
        text.inShort(),
        text.sections(),
        text.claims().stream().map(JudgedClaim::of).toList(),
        text.citations(),
        text.evidence(),
        text.plots(),
        text.trials(),
        text.legalStatus(),
        text.prices(),
        text.alternatives(),
        text.questions(),
        text.disclosures(),
        text.corrections(),
        text.changes());
  }
}
