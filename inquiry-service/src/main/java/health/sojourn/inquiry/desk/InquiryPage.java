package health.sojourn.inquiry.desk;

import health.sojourn.http.FieldError;
import health.sojourn.http.IdempotencyKeys;
import health.sojourn.http.Problem;
import health.sojourn.inquiry.intake.RoutingMode;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.routing.HandChoice;
import health.sojourn.inquiry.routing.Routing;
import health.sojourn.web.Reader;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One inquiry: who, what, who was asked and why, and the form that asks somebody else. */
@Path("/desk/inquiries/{key}")
@Produces(MediaType.TEXT_HTML)
public class InquiryPage {
  private final WholeInquiry whole;
  private final Routing routing;
  private final IdempotencyKeys keys;
  private final SecurityIdentity identity;

  InquiryPage(
      WholeInquiry whole, Routing routing, IdempotencyKeys keys, SecurityIdentity identity) {
    this.whole = whole;
    this.routing = routing;
    this.keys = keys;
    this.identity = identity;
  }

  @GET
  @RolesAllowed("facilitator")
  @Operation(hidden = true)
  public TemplateInstance show(@PathParam("key") @Size(max = 40) String key) {
    return whole.page(whole.find(key), Typed.nothing());
  }

  @POST
  @Path("/routing")
  @RolesAllowed("facilitator")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response route(
      @PathParam("key") @Size(max = 40) String reference,
      @FormParam("mode") RoutingMode mode,
      @FormParam("clinics") @Size(max = 20) List<String> clinics,
      @FormParam("reason") @Size(max = 1000) String reason,
      @FormParam("key") @Size(max = 255) String key) {
    var inquiry = whole.find(reference);
    Form form = new Form(mode, clinics == null ? List.of() : clinics, reason);
    try {
      return keys.once(
          identity.getPrincipal().getName(),
          "POST /desk/inquiries/" + inquiry.id() + "/routing",
          key,
          form,
          () -> {
            decide(inquiry.id(), form);
            return Response.seeOther(WholeInquiry.address(inquiry)).build();
          });
    } catch (Problem problem) {
      Typed typed = Typed.routing(form.clinics(), reason, errors(problem));
      return Response.status(problem.status())
          .entity(Reader.at(WholeInquiry.address(inquiry), whole.page(inquiry, typed)))
          .build();
    }
  }

  record Form(RoutingMode mode, List<String> clinics, String reason) {}

  private void decide(UUID id, Form form) {
    Actor actor = whole.viewer();
    if (form.mode() == RoutingMode.AUTO) {
      routing.rerouteByRule(id, actor);
    } else {
      routing.routeByHand(
          id,
          new HandChoice(
              form.clinics(), form.reason(), actor, identity.hasRole("lead-facilitator")));
    }
  }

  /** A problem without fields is about the choice of clinics: that is all there is to choose. */
  private static List<FieldError> errors(Problem problem) {
    if (problem.errors().isEmpty()) {
      return List.of(new FieldError("/clinics", problem.code(), problem.getMessage()));
    }
    return problem.errors().stream()
        .map(
            error ->
                error.pointer().startsWith("/clinics")
                    ? new FieldError("/clinics", error.code(), error.detail())
                    : error)
        .toList();
  }
}
