package health.sojourn.content.publishing;

import health.sojourn.content.article.ArticleVersion;
import health.sojourn.content.article.MedicalReview;
import health.sojourn.messaging.Contract;
import java.time.Instant;

/** What others learn about an article in force: {@code contracts/content/v1/article-changed}. */
public record ArticleChanged(
    String slug,
    String therapy,
    String title,
    String language,
    int version,
    Instant publishedAt,
    Instant lastReviewedAt,
    MedicalReview medicalReview) {

  public static final Contract CONTRACT =
      Contract.stateV1("content.articles", "content", "article-changed");

  public static ArticleChanged of(ArticleVersion article) {
    return new ArticleChanged(
        article.slug(),
        article.therapy(),
        article.text().title(),
        article.language(),
        article.version(),
        article.publishedAt(),
        article.text().reviewedAt(),
        article.text().medicalReview());
  }
}
