package health.sojourn.provider.directory;

import health.sojourn.http.PublicReads;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One clinic for everybody. */
@Path("/api/v1/clinics/{slug}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinics")
public class ClinicResource {
  private static final Duration MAX_AGE = Duration.ofMinutes(1);

  @Inject Profiles profiles;
  @Inject PublicReads reads;

  @GET
  @PermitAll
  @Operation(
      operationId = "getClinic",
      summary = "The whole profile: every fact, who says so and how well it was checked")
  @APIResponse(
      responseCode = "200",
      description = "The profile as of today",
      content = @Content(schema = @Schema(implementation = ClinicProfile.class)))
  @APIResponse(responseCode = "304", description = "Not changed since the ETag you sent")
  @APIResponse(responseCode = "404", description = "No clinic has that name")
  public Response get(
      @Parameter(example = "demo-bogota", schema = @Schema(maxLength = 60, pattern = "[a-z0-9-]+"))
          @PathParam("slug")
          String slug) {
    return reads.json(profiles.get(slug), MAX_AGE);
  }
}
