package health.sojourn.inquiry.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The therapies one can ask for, and the article that explains each. */
@ApplicationScoped
public class Therapies {
  private final EntityManager em;

  Therapies(EntityManager em) {
    this.em = em;
  }

  /**
   * @param title of the article, or null before one was published
   * @param article its slug, or null
   * @param articleVersion the one in force, or null
   */
  public record Therapy(String slug, String title, String article, Integer articleVersion) {}

  @Transactional
  public Optional<Therapy> find(String slug) {
    return em.createNativeQuery(
            "select slug, title, article, article_version from therapy where slug = :slug",
            Tuple.class)
        .setParameter("slug", slug)
        .getResultStream()
        .findFirst()
        .map(row -> therapy((Tuple) row));
  }

  void explainedBy(ArticlePublished article) {
    em.createNativeQuery(
            """
            insert into therapy (slug, title, article, article_version)
            values (:therapy, :title, :article, :version)
            on conflict (slug) do update set
              title = excluded.title, article = excluded.article,
              article_version = excluded.article_version
            """)
        .setParameter("therapy", article.therapy())
        .setParameter("title", article.title())
        .setParameter("article", article.slug())
        .setParameter("version", article.version())
        .executeUpdate();
  }

  private static Therapy therapy(Tuple row) {
    return new Therapy(
        row.get("slug", String.class),
        row.get("title", String.class),
        row.get("article", String.class),
        row.get("article_version", Integer.class));
  }
}
