package health.sojourn.provider.people;

import health.sojourn.http.ETags;
import health.sojourn.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who works for a clinic. A clinic sees and changes its own people only. */
@Path("/api/v1/clinics/{slug}/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinic's users")
public class ClinicUserResource {
  @Inject ClinicAccess access;
  @Inject People people;
  @Inject PeopleSearch search;

  /** The answer as the description shows it. */
  @Schema(name = "ClinicUserPage")
  record UserPage(
      List<ClinicUser> items,
      @Schema(description = "The cursor of the next page; null at the end", maxLength = 1024)
          String next) {}

  @GET
  @RolesAllowed({"admin", "clinic", "facilitator"})
  @Operation(operationId = "listClinicUsers", summary = "Who works for the clinic")
  @APIResponse(
      responseCode = "200",
      description = "A page of people",
      content = @Content(schema = @Schema(implementation = UserPage.class)))
  @APIResponse(responseCode = "400", description = "The cursor is not one of ours")
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Your role can't see people")
  @APIResponse(responseCode = "404", description = "No such clinic, or not yours")
  @APIResponse(responseCode = "503", description = "Accounts can't be reached right now")
  public Page<ClinicUser> list(
      @Parameter(example = "demo-bogota", schema = @Schema(maxLength = 60, pattern = "[a-z0-9-]+"))
          @PathParam("slug")
          String slug,
      @Parameter(description = "1 to 100, 20 if absent") @QueryParam("limit") String limit,
      @Parameter(description = "The `next` of the page before", schema = @Schema(maxLength = 1024))
          @QueryParam("cursor")
          String cursor) {
    access.mayRead(slug);
    var ofClinic = new PeopleSearch.Filter(null, Role.CLINIC, slug);
    return search.find(ofClinic, cursor, Page.limit(limit)).map(ClinicUser::of);
  }

  @GET
  @RolesAllowed({"admin", "clinic", "facilitator"})
  @Path("/{id}")
  @Operation(operationId = "getClinicUser", summary = "One of them, with the ETag to remove by")
  @APIResponse(
      responseCode = "200",
      description = "The person",
      content = @Content(schema = @Schema(implementation = ClinicUser.class)))
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Your role can't see people")
  @APIResponse(responseCode = "404", description = "Nobody of this clinic, or it is not yours")
  @APIResponse(responseCode = "503", description = "Accounts can't be reached right now")
  public Response get(
      @Parameter(example = "demo-bogota", schema = @Schema(maxLength = 60, pattern = "[a-z0-9-]+"))
          @PathParam("slug")
          String slug,
      @PathParam("id") UUID id) {
    access.mayRead(slug);
    ClinicUser user = ClinicUser.of(people.of(slug, id));
    return Response.ok(user).tag(user.tag()).build();
  }

  @POST
  @RolesAllowed({"admin", "clinic", "facilitator"})
  @Operation(
      operationId = "inviteClinicUser",
      summary = "Invite somebody by mail",
      description = "The same invitation again, while it waits for its answer, is sent again.")
  @APIResponse(
      responseCode = "201",
      description = "Invited; the mail is on its way",
      content = @Content(schema = @Schema(implementation = ClinicUser.class)))
  @APIResponse(responseCode = "400", description = "Not JSON, or no body")
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not your clinic")
  @APIResponse(responseCode = "404", description = "No such clinic")
  @APIResponse(responseCode = "409", description = "The address has an account already")
  @APIResponse(responseCode = "422", description = "A name or the address is missing or wrong")
  @APIResponse(
      responseCode = "503",
      description = "Accounts can't be reached, or the mail was not sent; send the same again")
  public Response invite(
      @Parameter(example = "demo-bogota", schema = @Schema(maxLength = 60, pattern = "[a-z0-9-]+"))
          @PathParam("slug")
          String slug,
      @Valid @NotNull Newcomer newcomer) {
    access.mayChange(slug);
    Person invited = people.invite(access.actor(), newcomer, Binding.toClinic(slug));
    ClinicUser user = ClinicUser.of(invited);
    var location =
        UriBuilder.fromPath("/api/v1/clinics/{slug}/users/{id}").build(slug, invited.id());
    return Response.created(location).entity(user).tag(user.tag()).build();
  }

  @DELETE
  @RolesAllowed({"admin", "clinic", "facilitator"})
  @Path("/{id}")
  @Operation(
      operationId = "removeClinicUser",
      summary = "Remove somebody",
      description = "Their sessions end at once; a token given out before works 5 minutes more.")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not your clinic")
  @APIResponse(responseCode = "404", description = "No such clinic, or nobody of it")
  @APIResponse(responseCode = "409", description = "Nobody removes their own account")
  @APIResponse(responseCode = "412", description = "Changed since you read it")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  @APIResponse(responseCode = "503", description = "Accounts can't be reached right now")
  public void remove(
      @Parameter(example = "demo-bogota", schema = @Schema(maxLength = 60, pattern = "[a-z0-9-]+"))
          @PathParam("slug")
          String slug,
      @PathParam("id") UUID id,
      @Parameter(description = "The ETag that was read", schema = @Schema(maxLength = 200))
          @HeaderParam("If-Match")
          String ifMatch) {
    access.mayChange(slug);
    ETags.requireMatch(ifMatch, ClinicUser.of(people.of(slug, id)).tag());
    if (access.isStaff()) {
      people.remove(access.actor(), id);
    } else {
      people.removeColleague(access.actor(), slug, id);
    }
  }
}
