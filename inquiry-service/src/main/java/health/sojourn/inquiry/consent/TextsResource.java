package health.sojourn.inquiry.consent;

import health.sojourn.http.Page;
import health.sojourn.http.Problem;
import health.sojourn.http.PublicReads;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The texts to show before asking. */
@Path("/api/v1/texts")
public class TextsResource {
  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  private final Texts texts;
  private final PublicReads reads;

  TextsResource(Texts texts, PublicReads reads) {
    this.texts = texts;
    this.reads = reads;
  }

  /** The shape of the answer, for its description. */
  public record TextPage(List<Texts.Text> items, String next) {}

  @GET
  @PermitAll
  @Operation(operationId = "listTexts", summary = "The texts of consents and disclosures in force")
  @APIResponseSchema(TextPage.class)
  public Response list(
      @QueryParam("kind") @Size(max = 40) String kind,
      @QueryParam("lang") @DefaultValue("en") @Size(max = 35) String language,
      @QueryParam("version") @Size(max = 20) String version) {
    if (version != null && !version.equals(Texts.IN_FORCE)) {
      throw Problem.notFound(
          "text-version-unknown", "There are texts of version " + Texts.IN_FORCE + " only.");
    }
    List<Texts.Text> found =
        texts.inForce(language).stream()
            .filter(text -> kind == null || text.kind().equals(kind))
            .toList();
    return reads.json(new Page<>(found, null), MAX_AGE);
  }
}
