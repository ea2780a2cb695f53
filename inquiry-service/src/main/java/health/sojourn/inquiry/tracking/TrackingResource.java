package health.sojourn.inquiry.tracking;

import health.sojourn.http.Language;
import health.sojourn.http.Problem;
import health.sojourn.inquiry.consent.Purpose;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.treatment.TreatmentReport.Outcome;
import health.sojourn.inquiry.treatment.Treatments;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Following an inquiry: a link by mail, a session, the view. */
@Path("/api/v1/tracking")
public class TrackingResource {
  private final LinkRequests requests;
  private final Sessions sessions;
  private final Tracking tracking;
  private final Treatments treatments;

  TrackingResource(
      LinkRequests requests, Sessions sessions, Tracking tracking, Treatments treatments) {
    this.requests = requests;
    this.sessions = sessions;
    this.tracking = tracking;
    this.treatments = treatments;
  }

  public record LinkRequest(
      @NotBlank @Size(max = 20) @Schema(examples = "SJ-7K2M-9QRT") String reference,
      @NotBlank @Size(max = 254) @Schema(format = "email") String email) {}

  public record SessionRequest(@NotBlank @Size(max = 100) String token) {}

  public record SessionOpened(String reference, Instant expiresAt) {}

  @POST
  @PermitAll
  @Path("/links")
  @Operation(
      operationId = "requestTrackingLink",
      summary = "Sends a one-time link by mail if reference and address belong together")
  @APIResponse(responseCode = "202", description = "Always, whether they do or not")
  @APIResponse(responseCode = "429", description = "Too many requests from one address")
  public Response link(@NotNull @Valid LinkRequest asked, @Context HttpServerRequest request) {
    requests.ask(asked.reference(), asked.email(), request.remoteAddress().hostAddress());
    return Response.accepted().build();
  }

  @POST
  @PermitAll
  @Path("/sessions")
  @Operation(
      operationId = "openTrackingSession",
      summary = "Redeems a link for a session cookie of thirty minutes")
  @APIResponse(responseCode = "201", description = "Open; the cookie is set")
  @APIResponse(responseCode = "404", description = "The link was used, is too old or never was")
  public Response open(@NotNull @Valid SessionRequest redeemed) {
    Sessions.Session session = sessions.open(redeemed.token()).orElseThrow(TrackingResource::spent);
    return Response.status(Response.Status.CREATED)
        .entity(new SessionOpened(tracking.reference(session.inquiryId()), session.expiresAt()))
        .cookie(sessions.cookie(session))
        .build();
  }

  private static Problem spent() {
    return Problem.notFound(
        "tracking-link-spent",
        "This link was used before or is older than ten minutes. Ask for a new one.");
  }

  @GET
  @PermitAll
  @Path("/{reference}")
  @Operation(operationId = "trackInquiry", summary = "Where the inquiry stands")
  @APIResponse(responseCode = "404", description = "No session for this inquiry, or it is over")
  public TrackingView view(
      @PathParam("reference") @Size(max = 20) String reference,
      @CookieParam(Sessions.COOKIE) String secret) {
    return tracking
        .view(reference, secret, Language.ENGLISH)
        .orElseThrow(TrackingResource::noSession);
  }

  static Problem noSession() {
    return Problem.notFound(
        "tracking-session-missing",
        "Ask for a link with the reference and the e-mail address, and open it first.");
  }

  @POST
  @PermitAll
  @Path("/{reference}/withdrawal")
  @Operation(
      operationId = "withdrawInquiry",
      summary = "Takes back every consent and closes the inquiry; clinics lose the case")
  @APIResponse(responseCode = "204", description = "Withdrawn")
  @APIResponse(responseCode = "404", description = "No session for this inquiry, or it is over")
  @APIResponse(responseCode = "409", description = "It is closed already")
  public void withdraw(
      @PathParam("reference") @Size(max = 20) String reference,
      @CookieParam(Sessions.COOKIE) String secret) {
    withdraw(reference, secret, EnumSet.allOf(Purpose.class));
  }

  @POST
  @PermitAll
  @Path("/{reference}/confirmation")
  @Operation(
      operationId = "confirmTreatment",
      summary =
          "Confirms what the clinic reported: completes the inquiry, or closes a cancelled one")
  @APIResponse(responseCode = "204", description = "Confirmed, now or before")
  @APIResponse(responseCode = "404", description = "No session for this inquiry, or it is over")
  @APIResponse(responseCode = "409", description = "Nothing is reported, or something else is")
  public void confirm(
      @PathParam("reference") @Size(max = 20) String reference,
      @Parameter(description = "Only if this is still what the clinic reports")
          @QueryParam("outcome")
          Outcome outcome,
      @CookieParam(Sessions.COOKIE) String secret) {
    Inquiry inquiry = tracking.opened(reference, secret).orElseThrow(TrackingResource::noSession);
    treatments.confirm(inquiry.id(), outcome, Actor.PATIENT);
  }

  @POST
  @PermitAll
  @Path("/{reference}/consents/{purpose}/withdrawal")
  @Operation(
      operationId = "withdrawConsent",
      summary = "Takes back one consent; without it the inquiry can't go on and is closed")
  @APIResponse(responseCode = "204", description = "Withdrawn")
  @APIResponse(responseCode = "404", description = "No session for this inquiry, or it is over")
  @APIResponse(responseCode = "409", description = "It is closed already")
  public void withdrawConsent(
      @PathParam("reference") @Size(max = 20) String reference,
      @PathParam("purpose") Purpose purpose,
      @CookieParam(Sessions.COOKIE) String secret) {
    withdraw(reference, secret, EnumSet.of(purpose));
  }

  private void withdraw(String reference, String secret, Set<Purpose> purposes) {
    if (!tracking.withdraw(reference, secret, purposes)) {
      throw noSession();
    }
  }
}
