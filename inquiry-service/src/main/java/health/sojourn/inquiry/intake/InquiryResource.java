package health.sojourn.inquiry.intake;

import health.sojourn.http.IdempotencyKeys;
import health.sojourn.http.Page;
import health.sojourn.inquiry.InquiryConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Inquiries for patients' and partners' programs, and for staff. */
@Path("/api/v1/inquiries")
public class InquiryResource {
  private final Intake intake;
  private final InquirySearch search;
  private final CaseFiles files;
  private final IdempotencyKeys idempotency;
  private final Senders senders;
  private final InquiryConfig config;

  InquiryResource(
      Intake intake,
      InquirySearch search,
      CaseFiles files,
      IdempotencyKeys idempotency,
      Senders senders,
      InquiryConfig config) {
    this.intake = intake;
    this.search = search;
    this.files = files;
    this.idempotency = idempotency;
    this.senders = senders;
    this.config = config;
  }

  /** What the sender learns at once. */
  public record Received(
      UUID id, String reference, InquiryStatus status, Instant receivedAt, URI trackingUrl) {}

  @POST
  @PermitAll
  @Operation(operationId = "createInquiry", summary = "Send an inquiry")
  @APIResponse(responseCode = "201", description = "Stored; it is being routed")
  @APIResponse(responseCode = "400", description = "Not JSON as expected, or a key is required")
  @APIResponse(responseCode = "409", description = "The same request is still being handled")
  @APIResponse(responseCode = "422", description = "Fields that need another look")
  public Response create(
      NewInquiry asked,
      @HeaderParam("Idempotency-Key") String key,
      @Context HttpServerRequest request) {
    Sender sender = senders.of(asked, key);
    return idempotency.once(
        senders.caller(request),
        "POST /api/v1/inquiries",
        key,
        asked,
        () -> created(intake.submit(asked, sender)));
  }

  private Response created(Inquiry inquiry) {
    Received received =
        new Received(
            inquiry.id(),
            inquiry.reference(),
            inquiry.status(),
            inquiry.receivedAt(),
            config.publicUrl().resolve("/inquiries/" + inquiry.reference()));
    return Response.created(URI.create("/api/v1/inquiries/" + inquiry.id()))
        .entity(received)
        .build();
  }

  @GET
  @RolesAllowed("facilitator")
  @Operation(operationId = "listInquiries", summary = "The inbox, newest first")
  public Page<InquirySearch.Found> list(
      @QueryParam("status") InquiryStatus status,
      @QueryParam("waiting") InquirySearch.Waiting waiting,
      @QueryParam("owner") @Size(max = 64) String owner,
      @QueryParam("q") @Size(max = 254) String q,
      @QueryParam("sort") @DefaultValue("newest") @Pattern(regexp = "newest|oldest") String sort,
      @QueryParam("limit") @Size(max = 9) String limit,
      @QueryParam("cursor") @Size(max = 1024) String cursor) {
    return search.page(
        new InquirySearch.Filter(status, waiting, owner, q, sort), Page.limit(limit), cursor);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"facilitator", "partner"})
  @Operation(
      operationId = "getInquiry",
      summary = "One inquiry: all of it for facilitators, state and times for its partner")
  @APIResponse(responseCode = "404", description = "There is no such inquiry, or it is not yours")
  public Response get(@PathParam("id") UUID id) {
    return Response.ok(
            senders.facilitator().isPresent()
                ? files.read(id, senders.facilitator().get())
                : files.stateForPartner(id, senders.userName()))
        .build();
  }
}
