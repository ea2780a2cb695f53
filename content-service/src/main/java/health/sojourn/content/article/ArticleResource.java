package health.sojourn.content.article;

import health.sojourn.http.Cursors;
import health.sojourn.http.Page;
import health.sojourn.http.PublicReads;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The articles as data: for partners, and for services that ask once instead of listening. */
@Path("/api/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles", description = "What is known about a therapy")
public class ArticleResource {
  private static final String SLUG = "[a-z0-9-]{1,80}";
  private static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}";

  private static final Duration MAX_AGE = Duration.ofMinutes(1);

  private final Articles articles;
  private final Reading reading;
  private final Cursors cursors;
  private final PublicReads reads;

  ArticleResource(Articles articles, Reading reading, Cursors cursors, PublicReads reads) {
    this.articles = articles;
    this.reading = reading;
    this.cursors = cursors;
    this.reads = reads;
  }

  private record After(String slug, String language) {}

  @GET
  @PermitAll
  @Operation(operationId = "listArticles", summary = "The articles in force")
  @APIResponseSchema(value = ArticlePage.class, responseCode = "200")
  @APIResponse(responseCode = "304", description = "Not changed since the ETag that was sent")
  @APIResponse(responseCode = "400", description = "A parameter that cannot be read")
  public Response list(
      @Parameter(example = "allogeneic-msc-knee") @QueryParam("therapy") @Pattern(regexp = SLUG)
          String therapy,
      @Parameter(description = "BCP 47", example = "en")
          @QueryParam("lang")
          @Pattern(regexp = LANGUAGE)
          String lang,
      @Parameter(description = "How many, 1 to 100; more is taken as 100")
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20")
          @QueryParam("limit")
          String limit,
      @Parameter(description = "`next` of the page before")
          @Schema(maxLength = 1024)
          @QueryParam("cursor")
          @Size(max = 1024)
          String cursor) {
    int size = Page.limit(limit);
    After after = cursors.read(cursor, After.class).orElse(new After("", ""));
    List<ArticleVersion> found =
        articles.inForce(
            therapy == null ? "" : therapy,
            lang == null ? "" : lang,
            after.slug(),
            after.language(),
            size + 1);
    Page<ArticleVersion> page =
        cursors.page(found, size, last -> new After(last.slug(), last.language()));
    return reads.json(page.map(ArticleSummary::of), MAX_AGE);
  }

  /** The list's shape for the description, which cannot name a type parameter. */
  @Schema(name = "ArticlePage")
  public record ArticlePage(
      List<ArticleSummary> items,
      @Schema(description = "The cursor of the next page, or null at the end", maxLength = 1024)
          String next) {}

  @GET
  @PermitAll
  @Path("/{slug}")
  @Operation(operationId = "getArticle", summary = "One article, whole")
  @APIResponseSchema(value = ArticleDocument.class, responseCode = "200")
  @APIResponse(responseCode = "304", description = "Not changed since the ETag that was sent")
  @APIResponse(responseCode = "404", description = "No such article, language or version")
  @APIResponse(responseCode = "410", description = "The article was withdrawn; `detail` says why")
  public Response get(
      @Parameter(example = "allogeneic-msc-knee") @PathParam("slug") @Pattern(regexp = SLUG)
          String slug,
      @Parameter(description = "BCP 47", example = "en")
          @QueryParam("lang")
          @DefaultValue("en")
          @Pattern(regexp = LANGUAGE)
          String lang,
      @Parameter(description = "An older version; without it the one in force", example = "1")
          @QueryParam("version")
          @Min(1)
          @Max(1_000_000)
          Integer version) {
    return reads.json(ArticleDocument.of(reading.find(slug, lang, version)), MAX_AGE);
  }
}
