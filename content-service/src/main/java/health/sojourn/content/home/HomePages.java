package health.sojourn.content.home;

import health.sojourn.content.article.ArticleVersion;
import health.sojourn.content.article.ArticleView;
import health.sojourn.content.article.Articles;
import health.sojourn.content.offering.ClinicOffers;
import health.sojourn.http.PublicReads;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;

/** The front page, and what search engines ask for first. */
@Path("/")
public class HomePages {
  private static final Duration MAX_AGE = Duration.ofMinutes(1);

  private static final String LANGUAGE = "en";

  private final Articles articles;
  private final ClinicOffers offers;
  private final PublicReads reads;

  HomePages(Articles articles, ClinicOffers offers, PublicReads reads) {
    this.articles = articles;
    this.offers = offers;
    this.reads = reads;
  }

  /** The question a reader came with, answered by an article. */
  public record Answered(ArticleView article, long clinics) {}

  @CheckedTemplate(basePath = "home", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Home(List<Answered> questions) implements TemplateInstance {}

  @CheckedTemplate(basePath = "home", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Sitemap(List<ArticleVersion> articles) implements TemplateInstance {}

  @CheckedTemplate(basePath = "home", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Robots() implements TemplateInstance {}

  @GET
  @PermitAll
  @Produces(MediaType.TEXT_HTML)
  public Response home() {
    List<Answered> questions =
        inForce().stream()
            .map(each -> new Answered(ArticleView.of(each), offers.count(each.therapy())))
            .toList();
    return page(new Home(questions));
  }

  @GET
  @PermitAll
  @Path("sitemap.xml")
  @Produces(MediaType.APPLICATION_XML)
  public Response sitemap() {
    return reads.text(new Sitemap(inForce()).render(), MediaType.APPLICATION_XML, MAX_AGE);
  }

  @GET
  @PermitAll
  @Path("robots.txt")
  @Produces(MediaType.TEXT_PLAIN)
  public Response robots() {
    return reads.text(new Robots().render(), MediaType.TEXT_PLAIN, MAX_AGE);
  }

  private List<ArticleVersion> inForce() {
    return articles.inForce("", LANGUAGE, "", "", 100);
  }

  private Response page(TemplateInstance page) {
    return reads.html(page.render(), MAX_AGE);
  }
}
