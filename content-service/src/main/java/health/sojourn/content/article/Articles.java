package health.sojourn.content.article;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The versions of all articles. */
@ApplicationScoped
public class Articles implements PanacheRepositoryBase<ArticleVersion, UUID> {

  /** The version in force. */
  public Optional<ArticleVersion> published(String slug, String language) {
    return find(
            "slug = ?1 and language = ?2 and status = ?3", slug, language, ArticleStatus.PUBLISHED)
        .firstResultOptional();
  }

  public Optional<ArticleVersion> version(String slug, String language, int version) {
    return find("slug = ?1 and language = ?2 and version = ?3", slug, language, version)
        .firstResultOptional();
  }

  /** The newest one, whatever its state. */
  public Optional<ArticleVersion> newest(String slug, String language) {
    return find("slug = ?1 and language = ?2 order by version desc", slug, language)
        .firstResultOptional();
  }

  /** Whether a text was ever a version of its article. */
  public boolean holds(String contentHash) {
    return count("contentHash", contentHash) > 0;
  }

  /** All that anyone may read of one article, the newest first. */
  public List<ArticleVersion> readable(String slug, String language) {
    return list(
        "slug = ?1 and language = ?2 and status in ?3 order by version desc",
        slug,
        language,
        List.of(ArticleStatus.PUBLISHED, ArticleStatus.SUPERSEDED));
  }

  /**
   * The articles in force, by slug and language.
   *
   * @param therapy empty for all
   * @param language empty for all
   * @param afterSlug with {@code afterLanguage}, where the last page ended; empty for the first
   */
  public List<ArticleVersion> inForce(
      String therapy, String language, String afterSlug, String afterLanguage, int limit) {
    return find(
            """
            status = 'PUBLISHED' and (?1 = '' or therapy = ?1) and (?2 = '' or language = ?2)
            and (slug > ?3 or slug = ?3 and language > ?4)
            order by slug, language""",
            therapy,
            language,
            afterSlug,
            afterLanguage)
        .range(0, limit - 1)
        .list();
  }
}
