package health.sojourn.content.article;

import health.sojourn.http.Page;
import health.sojourn.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The list of articles in force, page by page. A cursor is the place where a page ended. */
@ApplicationScoped
public class ArticleList {
  private final Articles articles;

  ArticleList(Articles articles) {
    this.articles = articles;
  }

  /**
   * @param therapy null for all
   * @param language null for all
   * @param cursor null for the first page
   */
  Page<ArticleSummary> page(String therapy, String language, int limit, String cursor) {
    Place after = cursor == null ? new Place("", "") : Place.read(cursor);
    List<ArticleVersion> found =
        articles.inForce(
            therapy == null ? "" : therapy,
            language == null ? "" : language,
            after.slug(),
            after.language(),
            limit + 1);
    List<ArticleVersion> shown = found.subList(0, Math.min(limit, found.size()));
    String next = found.size() > limit ? Place.of(shown.get(limit - 1)).cursor() : null;
    return new Page<>(shown.stream().map(ArticleSummary::of).toList(), next);
  }

  /** The {@code Link} header to the next page, or null. */
  String link(Page<ArticleSummary> page, String therapy, String language, int limit) {
    if (page.next() == null) {
      return null;
    }
    UriBuilder next = UriBuilder.fromPath("/api/v1/articles").queryParam("limit", limit);
    if (therapy != null) {
      next.queryParam("therapy", therapy);
    }
    if (language != null) {
      next.queryParam("lang", language);
    }
    return "<" + next.queryParam("cursor", page.next()).build() + ">; rel=\"next\"";
  }

  private record Place(String slug, String language) {
    static Place of(ArticleVersion article) {
      return new Place(article.slug(), article.language());
    }

    String cursor() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString((slug + " " + language).getBytes(StandardCharsets.UTF_8));
    }

    static Place read(String cursor) {
      try {
        String[] place =
            new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ");
        return new Place(place[0], place[1]);
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw Problem.badRequest("cursor-unknown", "Send the cursor as you got it in `next`.");
      }
    }
  }
}
