package health.sojourn.inquiry.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What this service reads of {@code article-changed.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ArticlePublished(
    String slug, String therapy, String title, String language, int version) {}
