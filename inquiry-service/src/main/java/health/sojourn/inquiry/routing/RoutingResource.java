package health.sojourn.inquiry.routing;

import health.sojourn.http.FieldError;
import health.sojourn.http.IdempotencyKeys;
import health.sojourn.http.Page;
import health.sojourn.http.Problem;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.RoutingMode;
import health.sojourn.inquiry.lead.LeadView;
import health.sojourn.inquiry.lead.Leads;
import health.sojourn.inquiry.privacy.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Decisions about an inquiry: those that were taken, and a new one. */
@Path("/api/v1/inquiries/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Routing")
@RolesAllowed({"facilitator", "lead-facilitator"})
public class RoutingResource {
  private final Routing routing;
  private final Decisions decisions;
  private final Inquiries inquiries;
  private final Leads leads;
  private final IdempotencyKeys keys;
  private final SecurityIdentity identity;

  RoutingResource(
      Routing routing,
      Decisions decisions,
      Inquiries inquiries,
      Leads leads,
      IdempotencyKeys keys,
      SecurityIdentity identity) {
    this.routing = routing;
    this.decisions = decisions;
    this.inquiries = inquiries;
    this.leads = leads;
    this.keys = keys;
    this.identity = identity;
  }

  /**
   * @param clinics slugs, 1 to 3, for MANUAL only
   * @param reason required for MANUAL; kept with the decision
   */
  public record Request(
      @NotNull RoutingMode mode,
      @Size(max = 20) List<@NotNull @Size(max = 80) @Pattern(regexp = "[a-z0-9-]+") String> clinics,
      @Size(max = 1000) String reason) {}

  @POST
  @Path("/routing")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"facilitator", "lead-facilitator"})
  @Operation(operationId = "routeInquiry", summary = "Route an inquiry again, by rule or by hand")
  public Response route(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Size(max = 255) String key,
      @NotNull @Valid Request request) {
    return keys.once(
        identity.getPrincipal().getName(),
        "POST /api/v1/inquiries/" + id + "/routing",
        key,
        request,
        () ->
            Response.created(URI.create("/api/v1/inquiries/" + id + "/decisions"))
                .entity(view(decide(id, request)))
                .build());
  }

  @GET
  @Path("/decisions")
  @RolesAllowed({"facilitator", "lead-facilitator"})
  @Operation(
      operationId = "listDecisions",
      summary = "Every decision about an inquiry, newest first")
  public Page<DecisionView> list(@PathParam("id") UUID id) {
    inquiries
        .find(id)
        .orElseThrow(() -> Problem.notFound("inquiry-unknown", "There is no such inquiry."));
    return new Page<>(decisions.of(id).stream().map(this::view).toList(), null);
  }

  private Decision decide(UUID id, Request request) {
    Actor actor = Actor.facilitator(identity.getPrincipal().getName());
    if (request.mode() == RoutingMode.MANUAL) {
      return routing.routeByHand(
          id,
          new HandChoice(
              request.clinics(), request.reason(), actor, identity.hasRole("lead-facilitator")));
    }
    if (request.clinics() != null && !request.clinics().isEmpty()) {
      throw Problem.invalid(
          List.of(
              new FieldError(
                  "/clinics", "not-with-auto", "Leave the clinics out, or use mode MANUAL.")));
    }
    return routing.rerouteByRule(id, actor);
  }

  private DecisionView view(Decision decision) {
    return DecisionView.of(
        decision,
        leads.of(decision.inquiryId()).stream()
            .filter(
                lead ->
                    decision.id().equals(lead.decisionId())
                        || decision.chosen().stream()
                            .anyMatch(judged -> judged.clinic().equals(lead.clinic())))
            .map(LeadView::of)
            .toList());
  }
}
