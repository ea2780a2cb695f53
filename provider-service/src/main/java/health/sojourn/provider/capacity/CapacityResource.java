package health.sojourn.provider.capacity;

import health.sojourn.provider.people.ClinicAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much a clinic can take, and when. A clinic declares its own; facilitators may for any. */
@Path("/api/v1/clinics/{slug}/capacity")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinic's capacity")
public class CapacityResource {
  @Inject ClinicAccess access;
  @Inject Capacities capacities;

  @GET
  @RolesAllowed({"clinic", "facilitator"})
  @Operation(
      operationId = "getClinicCapacity",
      summary = "What the clinic can take, with the ETag to change it by")
  @APIResponse(
      responseCode = "200",
      description = "As it is today",
      content = @Content(schema = @Schema(implementation = DeclaredCapacity.class)))
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Your role can't see it")
  @APIResponse(responseCode = "404", description = "No such clinic, or not yours")
  public Response get(
      @Parameter(example = "demo-bogota", schema = @Schema(maxLength = 60, pattern = "[a-z0-9-]+"))
          @PathParam("slug")
          String slug) {
    access.mayRead(slug);
    return answer(capacities.of(slug));
  }

  @PUT
  @RolesAllowed({"clinic", "facilitator"})
  @Operation(
      operationId = "declareClinicCapacity",
      summary = "Say what the clinic can take",
      description =
          "Replaces all of it. New inquiries follow it at once; whoever found no clinic is tried again.")
  @APIResponse(
      responseCode = "200",
      description = "As it is from now on",
      content = @Content(schema = @Schema(implementation = DeclaredCapacity.class)))
  @APIResponse(responseCode = "400", description = "Not JSON, or no body")
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not your clinic")
  @APIResponse(responseCode = "404", description = "No such clinic")
  @APIResponse(responseCode = "412", description = "Changed since you read it")
  @APIResponse(responseCode = "422", description = "A number, a day or an hour can't be meant")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response put(
      @Parameter(example = "demo-bogota", schema = @Schema(maxLength = 60, pattern = "[a-z0-9-]+"))
          @PathParam("slug")
          String slug,
      @Parameter(description = "The ETag that was read", schema = @Schema(maxLength = 200))
          @HeaderParam("If-Match")
          String ifMatch,
      @Valid @NotNull DeclaredCapacity declared) {
    access.mayChange(slug);
    return answer(capacities.declare(slug, declared, ifMatch, access.author()));
  }

  private static Response answer(DeclaredCapacity capacity) {
    return Response.ok(capacity).tag(capacity.tag()).build();
  }
}
