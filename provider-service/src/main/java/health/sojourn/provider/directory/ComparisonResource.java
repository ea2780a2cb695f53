package health.sojourn.provider.directory;

import health.sojourn.http.PublicReads;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Several clinics side by side, for everybody. */
@Path("/api/v1/clinics/compare")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinics")
public class ComparisonResource {
  private static final Duration MAX_AGE = Duration.ofMinutes(1);

  @Inject Comparisons comparisons;
  @Inject PublicReads reads;

  @GET
  @PermitAll
  @Operation(
      operationId = "compareClinics",
      summary = "The same facts of two to five clinics side by side, differences marked")
  @APIResponse(
      responseCode = "200",
      description = "The clinics as of today, in the order in which they were named",
      content = @Content(schema = @Schema(implementation = Comparison.class)))
  @APIResponse(responseCode = "304", description = "Not changed since the ETag you sent")
  @APIResponse(responseCode = "404", description = "One of the clinics does not exist")
  @APIResponse(responseCode = "422", description = "Fewer than two clinics, or more than five")
  public Response compare(
      @Parameter(
              description = "Two to five, with commas between them",
              example = "demo-bogota,demo-medellin",
              schema = @Schema(maxLength = 310, pattern = "[a-z0-9,-]+"))
          @QueryParam("slugs")
          List<String> slugs) {
    return reads.json(comparisons.of(slugs), MAX_AGE);
  }
}
