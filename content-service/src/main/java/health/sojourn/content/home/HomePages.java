package health.sojourn.content.home;

import health.sojourn.content.article.ArticleVersion;
import health.sojourn.content.article.ArticleView;
import health.sojourn.content.article.Articles;
import health.sojourn.content.article.PublicAnswer;
import health.sojourn.content.offering.ClinicOffers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The front page, and what search engines ask for first. */
@Path("/")
@PermitAll
public class HomePages {
  private static final String LANGUAGE = "en";

  private final Articles articles;
  private final ClinicOffers offers;
  private final PublicAnswer answers;

  HomePages(Articles articles, ClinicOffers offers, PublicAnswer answers) {
    this.articles = articles;
    this.offers = offers;
    this.answers = answers;
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
  @Produces(MediaType.TEXT_HTML)
  public Response home(@Context Request request) {
    List<Answered> questions =
        inForce().stream()
            .map(each -> new Answered(ArticleView.of(each), offers.count(each.therapy())))
            .toList();
    return answers.page(request, new Home(questions));
  }

  @GET
  @Path("sitemap.xml")
  @Produces(MediaType.APPLICATION_XML)
  public Response sitemap(@Context Request request) {
    return answers.answer(request, new Sitemap(inForce()).render(), MediaType.APPLICATION_XML);
  }

  @GET
  @Path("robots.txt")
  @Produces(MediaType.TEXT_PLAIN)
  public Response robots(@Context Request request) {
    return answers.answer(request, new Robots().render(), MediaType.TEXT_PLAIN);
  }

  private List<ArticleVersion> inForce() {
    return articles.inForce("", LANGUAGE, "", "", 100);
  }
}
