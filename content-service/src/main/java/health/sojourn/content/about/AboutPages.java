package health.sojourn.content.about;

import health.sojourn.content.ContentConfig;
import health.sojourn.content.article.ArticleVersion;
import health.sojourn.content.article.Articles;
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

/** What the footer leads to: how the platform lives, works and answers for itself. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class AboutPages {
  private static final Duration MAX_AGE = Duration.ofMinutes(1);

  private final Articles articles;
  private final PublicReads reads;
  private final String contact;

  AboutPages(Articles articles, PublicReads reads, ContentConfig config) {
    this.articles = articles;
    this.reads = reads;
    this.contact = config.contact().orElse(null);
  }

  @CheckedTemplate(basePath = "about", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record HowWeArePaid() implements TemplateInstance {}

  @CheckedTemplate(basePath = "about", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record HowWeCheck() implements TemplateInstance {}

  @CheckedTemplate(basePath = "about", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Privacy() implements TemplateInstance {}

  @CheckedTemplate(basePath = "about", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Complaints(String contact) implements TemplateInstance {}

  @CheckedTemplate(basePath = "about", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Corrections(List<ArticleVersion> articles, String contact) implements TemplateInstance {}

  @GET
  @PermitAll
  @Path("how-we-are-paid")
  public Response howWeArePaid() {
    return page(new HowWeArePaid());
  }

  @GET
  @PermitAll
  @Path("how-we-check")
  public Response howWeCheck() {
    return page(new HowWeCheck());
  }

  @GET
  @PermitAll
  @Path("privacy")
  public Response privacy() {
    return page(new Privacy());
  }

  @GET
  @PermitAll
  @Path("complaints")
  public Response complaints() {
    return page(new Complaints(contact));
  }

  @GET
  @PermitAll
  @Path("corrections")
  public Response corrections() {
    List<ArticleVersion> corrected =
        articles.inForce("", "en", "", "", 100).stream()
            .filter(article -> !article.text().corrections().isEmpty())
            .toList();
    return page(new Corrections(corrected, contact));
  }

  private Response page(TemplateInstance page) {
    return reads.html(page.render(), MAX_AGE);
  }
}
