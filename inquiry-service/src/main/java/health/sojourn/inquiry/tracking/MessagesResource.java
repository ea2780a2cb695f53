package health.sojourn.inquiry.tracking;

import health.sojourn.defaults.Ids;
import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.message.Correspondence;
import health.sojourn.inquiry.message.Correspondences;
import health.sojourn.inquiry.message.Message.Kind;
import health.sojourn.inquiry.message.Message.Sender;
import health.sojourn.inquiry.message.Messages;
import health.sojourn.inquiry.message.Said;
import health.sojourn.inquiry.privacy.Actor;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * What the person who asked and the clinics write to each other, through the facilitator's eyes.
 */
@Path("/api/v1/tracking/{reference}/messages")
public class MessagesResource {
  private final Tracking tracking;
  private final Messages messages;
  private final Correspondences correspondences;
  private final Ids ids;

  MessagesResource(Tracking tracking, Messages messages, Correspondences correspondences, Ids ids) {
    this.tracking = tracking;
    this.messages = messages;
    this.correspondences = correspondences;
    this.ids = ids;
  }

  /** By lead, in the order in which clinics were asked; of each, oldest first. */
  public record MessageList(List<Line> items) {}

  /**
   * @param clinic its name
   * @param released the clinic may read it
   */
  public record Line(
      UUID id,
      UUID leadId,
      @Schema(maxLength = 200) String clinic,
      Sender from,
      @Schema(maxLength = Messages.LONGEST) String text,
      Instant at,
      boolean released) {
    static Line of(Correspondence correspondence, Said said) {
      return new Line(
          said.id(),
          said.leadId(),
          correspondence.clinic(),
          said.from(),
          said.text(),
          said.at(),
          said.released());
    }
  }

  /**
   * @param leadId can be left out while only one clinic can be written to
   * @param text at most 4000 characters
   */
  public record NewMessage(UUID leadId, @NotNull @Size(max = 10_000) String text) {}

  public record Sent(UUID id, UUID leadId) {}

  @GET
  @PermitAll
  @Operation(operationId = "listMessages", summary = "What clinics and the patient wrote")
  @APIResponse(responseCode = "404", description = "No session for this inquiry, or it is over")
  public MessageList list(
      @PathParam("reference") @Size(max = 20) String reference,
      @CookieParam(Sessions.COOKIE) String secret) {
    return new MessageList(
        correspondences.forPatient(opened(reference, secret).id()).stream()
            .flatMap(one -> one.lines().stream().map(said -> Line.of(one, said)))
            .toList());
  }

  @POST
  @PermitAll
  @Operation(
      operationId = "sendMessage",
      summary = "Writes to a clinic, which reads it once a facilitator released it")
  @APIResponse(responseCode = "201", description = "Kept, now or before with the same key")
  @APIResponse(responseCode = "404", description = "No session, or no such lead of this inquiry")
  @APIResponse(responseCode = "409", description = "The clinic no longer has the inquiry")
  @APIResponse(responseCode = "422", description = "No words, too many, or nobody to write to")
  public Response send(
      @PathParam("reference") @Size(max = 20) String reference,
      @CookieParam(Sessions.COOKIE) String secret,
      @HeaderParam("Idempotency-Key") @Size(max = 255) String key,
      @NotNull @Valid NewMessage message) {
    Inquiry inquiry = opened(reference, secret);
    UUID lead = message.leadId() == null ? onlyLead(inquiry) : message.leadId();
    UUID id = key == null ? ids.next() : named(inquiry, key);
    messages.put(inquiry.id(), lead, id, Actor.PATIENT, Kind.MESSAGE, message.text());
    return Response.status(Response.Status.CREATED).entity(new Sent(id, lead)).build();
  }

  /** The same key is the same message, so that no words have to be kept with it. */
  private static UUID named(Inquiry inquiry, String key) {
    return UUID.nameUUIDFromBytes((inquiry.id() + "/" + key).getBytes(StandardCharsets.UTF_8));
  }

  private UUID onlyLead(Inquiry inquiry) {
    List<UUID> leads =
        correspondences.forPatient(inquiry.id()).stream()
            .filter(Correspondence::writable)
            .map(Correspondence::leadId)
            .toList();
    if (leads.size() != 1) {
      throw Problem.invalid(
          List.of(new FieldError("/leadId", "required", "Say which clinic you write to.")));
    }
    return leads.get(0);
  }

  private Inquiry opened(String reference, String secret) {
    return tracking.opened(reference, secret).orElseThrow(TrackingResource::noSession);
  }
}
