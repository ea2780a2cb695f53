package health.sojourn.provider.numbers;

import health.sojourn.provider.people.ClinicAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a clinic answers, for itself and for facilitators. */
@Path("/api/v1/clinics/{slug}/numbers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinic's numbers")
public class NumbersResource {
  @Inject ClinicAccess access;
  @Inject Numbers numbers;

  @GET
  @RolesAllowed({"clinic", "facilitator"})
  @Operation(
      operationId = "getClinicNumbers",
      summary = "Answer times, answers, reasons and outcomes of the last 90 days, week by week")
  @APIResponse(
      responseCode = "200",
      description = "Counted now",
      content = @Content(schema = @Schema(implementation = ClinicNumbers.class)))
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Your role can't see them")
  @APIResponse(responseCode = "404", description = "No such clinic, or not yours")
  public ClinicNumbers get(
      @Parameter(example = "demo-bogota", schema = @Schema(maxLength = 60, pattern = "[a-z0-9-]+"))
          @PathParam("slug")
          String slug) {
    access.mayRead(slug);
    return numbers.of(slug);
  }
}
