package health.sojourn.content.about;

import health.sojourn.content.article.ArticleVersion;
import health.sojourn.content.article.Articles;
import health.sojourn.content.article.PublicAnswer;
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

/** What the footer leads to: how the platform lives, works and answers for itself. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class AboutPages {
  private final Articles articles;
  private final PublicAnswer answers;

  AboutPages(Articles articles, PublicAnswer answers) {
    this.articles = articles;
    this.answers = answers;
  }

  @CheckedTemplate(basePath = "about", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record HowWeArePaid() implements TemplateInstance {}

  @CheckedTemplate(basePath = "about", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record HowWeCheck() implements TemplateInstance {}

  @CheckedTemplate(basePath = "about", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Privacy() implements TemplateInstance {}

  @CheckedTemplate(basePath = "about", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Complaints() implements TemplateInstance {}

  @CheckedTemplate(basePath = "about", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Corrections(List<ArticleVersion> articles) implements TemplateInstance {}

  @GET
  @Path("how-we-are-paid")
  public Response howWeArePaid(@Context Request request) {
    return answers.page(request, new HowWeArePaid());
  }

  @GET
  @Path("how-we-check")
  public Response howWeCheck(@Context Request request) {
    return answers.page(request, new HowWeCheck());
  }

  @GET
  @Path("privacy")
  public Response privacy(@Context Request request) {
    return answers.page(request, new Privacy());
  }

  @GET
  @Path("complaints")
  public Response complaints(@Context Request request) {
    return answers.page(request, new Complaints());
  }

  @GET
  @Path("corrections")
  public Response corrections(@Context Request request) {
    List<ArticleVersion> corrected =
        articles.inForce("", "en", "", "", 100).stream()
            .filter(article -> !article.text().corrections().isEmpty())
            .toList();
    return answers.page(request, new Corrections(corrected));
  }
}
