package health.sojourn.provider.change;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** A fact about a clinic, changed by draft, check and publishing. */
@Path("/api/v1/clinics/{slug}/facts/{name}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facts")
public class ClinicFactResource {
  @Inject FactCalls calls;

  /** The fact's address. */
  public static class Place {
    @PathParam("slug")
    @Parameter(example = "demo-bogota", schema = @Schema(maxLength = 60, pattern = "[a-z0-9-]+"))
    public String slug;

    @PathParam("name")
    @Parameter(example = "licence", schema = @Schema(maxLength = 40, pattern = "[A-Za-z]+"))
    public String name;
  }

  @GET
  @RolesAllowed({"clinic", "facilitator"})
  @Operation(
      operationId = "getClinicFact",
      summary = "A fact about a clinic with its draft and history, and the ETag to change it by")
  @APIResponse(
      responseCode = "200",
      description = "What is published, what waits, and what was",
      content = @Content(schema = @Schema(implementation = FactAnswer.class)))
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Your role can't see drafts")
  @APIResponse(responseCode = "404", description = "No such fact, or not your clinic's")
  public Response get(@BeanParam Place at) {
    return calls.get(at.slug, null, at.name);
  }

  @PUT
  @RolesAllowed({"clinic", "facilitator"})
  @Operation(
      operationId = "proposeClinicFact",
      summary = "Propose what it should be",
      description =
          "A draft: patients go on reading what is published until a facilitator has checked it."
              + " It takes the place of a draft that waits.")
  @APIResponse(
      responseCode = "200",
      description = "The draft waits; also when the same was sent before",
      content = @Content(schema = @Schema(implementation = FactAnswer.class)))
  @APIResponse(responseCode = "400", description = "Not JSON, or no body")
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not your clinic")
  @APIResponse(responseCode = "404", description = "No such fact")
  @APIResponse(responseCode = "412", description = "Published or proposed anew since you read it")
  @APIResponse(responseCode = "422", description = "The value does not fit the fact")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response propose(
      @BeanParam Place at,
      @Parameter(description = "The ETag that was read", schema = @Schema(maxLength = 200))
          @HeaderParam("If-Match")
          String ifMatch,
      @Valid @NotNull FactCalls.Stated stated) {
    return calls.propose(at.slug, null, at.name, stated, ifMatch);
  }

  @POST
  @RolesAllowed("facilitator")
  @Path("/checks")
  @Operation(
      operationId = "checkClinicFact",
      summary = "Say what came out of a check, and how it was done",
      description =
          "Of a draft, which is published or sent back by it; or, with If-Match, of what is"
              + " published. Nobody checks their own draft.")
  @APIResponse(
      responseCode = "200",
      description = "Decided; also when you decided the same before",
      content = @Content(schema = @Schema(implementation = FactAnswer.class)))
  @APIResponse(responseCode = "400", description = "Not JSON, or no body")
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not a facilitator")
  @APIResponse(responseCode = "404", description = "No such fact or draft")
  @APIResponse(responseCode = "409", description = "Decided already, your own, or expired")
  @APIResponse(responseCode = "412", description = "Published anew since you read it")
  @APIResponse(responseCode = "422", description = "The way of checking gives no such level")
  @APIResponse(responseCode = "428", description = "Without a draft, If-Match is missing")
  public Response check(
      @BeanParam Place at,
      @Parameter(description = "The ETag that was read", schema = @Schema(maxLength = 200))
          @HeaderParam("If-Match")
          String ifMatch,
      @Valid @NotNull FactCalls.Check check) {
    return calls.check(at.slug, null, at.name, check, ifMatch);
  }

  @GET
  @PermitAll
  @Path("/history")
  @Operation(
      operationId = "listClinicFactHistory",
      summary = "What it was, and since when it is what it is")
  @APIResponse(
      responseCode = "200",
      description = "All it ever was, newest first",
      content = @Content(schema = @Schema(implementation = FactCalls.History.class)))
  @APIResponse(responseCode = "304", description = "Not changed since the ETag you sent")
  @APIResponse(responseCode = "404", description = "No such fact")
  public Response history(@BeanParam Place at) {
    return calls.history(at.slug, null, at.name);
  }
}
