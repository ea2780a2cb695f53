package health.sojourn.content.article;

import health.sojourn.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Finds the version a reader asked for, or says why there is none. */
@ApplicationScoped
public class Reading {
  private final Articles articles;

  Reading(Articles articles) {
    this.articles = articles;
  }

  /**
   * @param version null for the one in force
   * @throws Problem 404 if there is none, 410 if it was withdrawn
   */
  public ArticleVersion find(String slug, String language, Integer version) {
    ArticleVersion found =
        (version == null
                ? inForceOrLast(slug, language)
                : articles.version(slug, language, version))
            .orElseThrow(() -> notFound(slug, language, version));
    if (found.status() == ArticleStatus.WITHDRAWN) {
      throw new Problem(410, "article-withdrawn", withdrawn(found), List.of());
    }
    if (!found.status().isReadable()) {
      throw notFound(slug, language, version);
    }
    return found;
  }

  private Optional<ArticleVersion> inForceOrLast(String slug, String language) {
    return articles
        .published(slug, language)
        .or(
            () ->
                articles
                    .newest(slug, language)
                    .filter(newest -> newest.status() == ArticleStatus.WITHDRAWN));
  }

  private static String withdrawn(ArticleVersion article) {
    return "Version %d of this article was withdrawn: %s"
        .formatted(article.version(), article.endedReason());
  }

  private static Problem notFound(String slug, String language, Integer version) {
    return Problem.notFound(
        "article-not-found",
        version == null
            ? "There is no article of that name in the language " + language + "."
            : "That article has no version " + version + " in the language " + language + ".");
  }
}
