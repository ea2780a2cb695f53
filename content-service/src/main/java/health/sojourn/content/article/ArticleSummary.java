package health.sojourn.content.article;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An article in a list. */
public record ArticleSummary(
    @Schema(examples = "allogeneic-msc-knee", maxLength = 80, pattern = "[a-z0-9-]+") String slug,
    @Schema(examples = "Donor stem cells for knee arthritis: what is known", maxLength = 200)
        String title,
    @Schema(examples = "allogeneic-msc-knee", maxLength = 80, pattern = "[a-z0-9-]+")
        String therapy,
    @Schema(description = "BCP 47", examples = "en", maxLength = 35) String language,
    @Schema(examples = "1", minimum = "1") int version,
    Instant publishedAt,
    @Schema(description = "When an editor last compared it with its sources")
        Instant lastReviewedAt,
    @Schema(description = "Whether a named clinician has reviewed it")
        MedicalReview medicalReview) {

  static ArticleSummary of(ArticleVersion article) {
    return new ArticleSummary(
        article.slug(),
        article.text().title(),
        article.therapy(),
        article.language(),
        article.version(),
        article.publishedAt(),
        article.text().reviewedAt(),
        article.text().medicalReview());
  }
}
