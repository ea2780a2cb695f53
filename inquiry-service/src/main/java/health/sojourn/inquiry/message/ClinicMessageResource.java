package health.sojourn.inquiry.message;

import health.sojourn.inquiry.lead.Lead;
import health.sojourn.inquiry.lead.OpenLeads;
import health.sojourn.inquiry.message.Message.Kind;
import health.sojourn.inquiry.message.Message.Sender;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.privacy.AuditLog;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What a clinic and its patient wrote to each other, for the clinic, with its own token. The
 * gateway does not route this path; the provider-service calls it.
 */
@Path("/internal/v1/leads/{id}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Internal")
public class ClinicMessageResource {
  private final Messages messages;
  private final OpenLeads openLeads;
  private final AuditLog audit;
  private final JsonWebToken token;

  ClinicMessageResource(
      Messages messages, OpenLeads openLeads, AuditLog audit, JsonWebToken token) {
    this.messages = messages;
    this.openLeads = openLeads;
    this.audit = audit;
    this.token = token;
  }

  /** Oldest first. */
  public record Conversation(List<Line> items) {}

  /**
   * @param released the other side may read it; of others' messages only such are here
   */
  public record Line(
      UUID id,
      Sender from,
      @Schema(maxLength = Messages.LONGEST) String text,
      Instant at,
      boolean released) {
    static Line of(Said said) {
      return new Line(said.id(), said.from(), said.text(), said.at(), said.released());
    }
  }

  /**
   * @param text at most 4000 characters
   */
  public record Words(@NotNull @Size(max = 10_000) String text, @NotNull Kind kind) {}

  @GET
  @RolesAllowed("clinic")
  @Transactional
  @Operation(operationId = "readMessages", summary = "What was written about a clinic's lead")
  @APIResponse(responseCode = "404", description = "There is no such lead at this clinic")
  @APIResponse(responseCode = "409", description = "The patient no longer agrees to share the case")
  @APIResponse(responseCode = "410", description = "The lead has ended")
  public Conversation read(@PathParam("id") UUID id) {
    Lead lead = opened(id);
    List<Line> lines = messages.forClinic(lead).stream().map(Line::of).toList();
    if (lines.stream().anyMatch(line -> line.from() != Sender.CLINIC)) {
      audit.write(lead.inquiryId(), Actor.clinic(lead.clinic()), AuditLog.Act.READ_MESSAGES);
    }
    return new Conversation(lines);
  }

  @PUT
  @Path("/{messageId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("clinic")
  @Transactional
  @Operation(
      operationId = "putMessage",
      summary = "Keeps what a clinic wrote; the patient reads it once a facilitator released it")
  @APIResponse(responseCode = "200", description = "Exactly this was kept before")
  @APIResponse(responseCode = "201", description = "Kept")
  @APIResponse(responseCode = "404", description = "There is no such lead at this clinic")
  @APIResponse(
      responseCode = "409",
      description = "Another message has this id, or the patient no longer agrees")
  @APIResponse(responseCode = "410", description = "The lead has ended")
  @APIResponse(responseCode = "422", description = "No words, or too many")
  public Response put(
      @PathParam("id") UUID id,
      @PathParam("messageId") UUID messageId,
      @NotNull @Valid Words words) {
    Lead lead = opened(id);
    boolean created =
        messages.put(
            lead.inquiryId(),
            id,
            messageId,
            Actor.clinic(lead.clinic()),
            words.kind(),
            words.text());
    return Response.status(created ? Response.Status.CREATED : Response.Status.OK).build();
  }

  private Lead opened(UUID id) {
    return openLeads.open(id, token.getClaim("clinic")).lead();
  }
}
