package health.sojourn.provider.leadinbox;

import health.sojourn.provider.people.SignedInClinic;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a clinic and a patient write to each other, through the facilitator's eyes. */
@Path("/api/v1/clinic-leads/{id}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinic's inbox")
public class ConversationResource {
  @Inject SignedInClinic signedIn;
  @Inject Conversations conversations;

  @Schema(name = "SentClinicMessage")
  record Sent(UUID id) {}

  @GET
  @RolesAllowed("clinic")
  @Operation(operationId = "listClinicLeadMessages", summary = "What was written, oldest first")
  @APIResponse(
      responseCode = "200",
      description = "All of it",
      content = @Content(schema = @Schema(implementation = Conversation.class)))
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not a clinic's account")
  @APIResponse(responseCode = "404", description = "Not in your inbox, or not open to you any more")
  @APIResponse(responseCode = "503", description = "It can't be fetched right now")
  public Conversation list(@PathParam("id") UUID id) {
    return conversations.read(id, signedIn.slug());
  }

  @POST
  @RolesAllowed("clinic")
  @Operation(
      operationId = "writeClinicLeadMessage",
      summary = "Tell the patient something",
      description = "A facilitator reads it before the patient does.")
  @APIResponse(
      responseCode = "201",
      description = "Sent; also when it was sent under this key before",
      content = @Content(schema = @Schema(implementation = Sent.class)))
  @APIResponse(responseCode = "400", description = "Not JSON, or no body")
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not a clinic's account")
  @APIResponse(responseCode = "404", description = "Not in your inbox, or not open to you any more")
  @APIResponse(responseCode = "409", description = "Too late, or ended")
  @APIResponse(responseCode = "422", description = "The text is missing or too long")
  @APIResponse(responseCode = "503", description = "It can't be kept right now; nothing was done")
  public Response write(
      @PathParam("id") UUID id,
      @Parameter(description = "The same key again is the same message")
          @HeaderParam("Idempotency-Key")
          @Size(min = 1, max = 255)
          String key,
      @Valid @NotNull NewMessage message) {
    return sent(
        conversations.write(
            id,
            signedIn.slug(),
            signedIn.person(),
            key,
            message.text().strip(),
            MessageKind.MESSAGE));
  }

  static Response sent(UUID message) {
    return Response.status(Response.Status.CREATED).entity(new Sent(message)).build();
  }
}
