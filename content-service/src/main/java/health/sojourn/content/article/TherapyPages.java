package health.sojourn.content.article;

import health.sojourn.content.offering.ClinicOffers;
import health.sojourn.http.PublicReads;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** What a patient reads about a therapy. */
@Path("/therapies")
@Produces(MediaType.TEXT_HTML)
public class TherapyPages {
  private static final Duration MAX_AGE = Duration.ofMinutes(1);

  private static final String SLUG = "[a-z0-9-]{1,80}";
  private static final String LANGUAGE = "en";

  private final Articles articles;
  private final Reading reading;
  private final ClinicOffers offers;
  private final PublicReads reads;
  private final Clock clock;

  TherapyPages(
      Articles articles, Reading reading, ClinicOffers offers, PublicReads reads, Clock clock) {
    this.articles = articles;
    this.reading = reading;
    this.offers = offers;
    this.reads = reads;
    this.clock = clock;
  }

  /** An article in the list of therapies. */
  public record Listed(ArticleView article, long clinics) {}

  @CheckedTemplate(basePath = "article", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Therapies(List<Listed> therapies) implements TemplateInstance {}

  @CheckedTemplate(basePath = "article", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Therapy(
      ArticleView article, List<ArticleVersion> versions, long clinics, boolean reviewOverdue)
      implements TemplateInstance {}

  @GET
  @PermitAll
  public Response list() {
    List<Listed> listed =
        articles.inForce("", LANGUAGE, "", "", 100).stream()
            .map(each -> new Listed(ArticleView.of(each), offers.count(each.therapy())))
            .toList();
    return page(new Therapies(listed));
  }

  @GET
  @PermitAll
  @Path("/{slug}")
  public Response read(
      @PathParam("slug") @Pattern(regexp = SLUG) String slug,
      @QueryParam("version") @Min(1) @Max(1_000_000) Integer version) {
    ArticleVersion found = reading.find(slug, LANGUAGE, version);
    boolean overdue = found.text().reviewDueOn().isBefore(LocalDate.now(clock));
    return page(
        new Therapy(
            ArticleView.of(found),
            articles.readable(slug, LANGUAGE),
            offers.count(found.therapy()),
            overdue));
  }

  /** The address that stays, to be kept with an inquiry or named in a citation. */
  @GET
  @PermitAll
  @Path("/{slug}/versions/{version}")
  public Response readVersion(
      @PathParam("slug") @Pattern(regexp = SLUG) String slug,
      @PathParam("version") @Min(1) @Max(1_000_000) int version) {
    return read(slug, version);
  }

  private Response page(TemplateInstance page) {
    return reads.html(page.render(), MAX_AGE);
  }
}
