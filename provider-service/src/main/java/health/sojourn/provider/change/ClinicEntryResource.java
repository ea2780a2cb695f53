package health.sojourn.provider.change;

import health.sojourn.http.ETags;
import health.sojourn.http.PublicReads;
import health.sojourn.provider.directory.Profiles;
import health.sojourn.provider.people.ClinicAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a clinic is listed. */
@Path("/api/v1/clinics/{slug}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facts")
public class ClinicEntryResource {
  @Inject ClinicAccess access;
  @Inject Profiles profiles;
  @Inject PublicReads reads;
  @Inject EntryChanges entries;

  /** All of it, as it should be. */
  @Schema(name = "ClinicEntry")
  record Entry(
      @NotNull @Size(max = 120) String name,
      @NotNull @Size(max = 80) String city,
      @NotNull @Size(max = 60) @Schema(examples = "America/Bogota") String timeZone,
      @NotNull @Valid Location location,
      @Size(max = 2000) @Schema(description = "The clinic's own description") String ownWords) {}

  /** In degrees, WGS 84. */
  @Schema(name = "ClinicLocation")
  record Location(@NotNull Double latitude, @NotNull Double longitude) {}

  /** What waits for a check now. */
  @Schema(name = "ClinicEntryDrafts")
  record Drafts(
      @Schema(description = "The facts that were proposed anew; read each with its ETag")
          List<String> names) {}

  @PUT
  @RolesAllowed({"clinic", "facilitator"})
  @Operation(
      operationId = "proposeClinicEntry",
      summary = "Propose how the clinic is listed",
      description =
          "Each part that differs becomes a draft of its own, among the clinic's facts under the"
              + " same name. Patients read it after a facilitator has checked it.")
  @APIResponse(
      responseCode = "200",
      description = "What differs waits for a check",
      content = @Content(schema = @Schema(implementation = Drafts.class)))
  @APIResponse(responseCode = "400", description = "Not JSON, or no body")
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not your clinic")
  @APIResponse(responseCode = "404", description = "No such clinic")
  @APIResponse(
      responseCode = "409",
      description = "Somebody else's draft of a part waits; change it where both can be read")
  @APIResponse(responseCode = "412", description = "Changed since you read the profile")
  @APIResponse(responseCode = "422", description = "A part is missing or wrong")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Drafts propose(
      @Parameter(example = "demo-bogota", schema = @Schema(maxLength = 60, pattern = "[a-z0-9-]+"))
          @PathParam("slug")
          String slug,
      @Parameter(description = "The profile's ETag", schema = @Schema(maxLength = 200))
          @HeaderParam("If-Match")
          String ifMatch,
      @Valid @NotNull Entry entry) {
    access.mayChange(slug);
    ETags.requireMatch(ifMatch, reads.tagOf(profiles.get(slug)));
    return new Drafts(entries.propose(slug, entry, access.author()));
  }
}
