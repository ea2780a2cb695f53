package health.sojourn.inquiry.desk;

import health.sojourn.defaults.Ids;
import health.sojourn.http.FieldError;
import health.sojourn.http.IdempotencyKeys;
import health.sojourn.http.Language;
import health.sojourn.http.Problem;
import health.sojourn.inquiry.clock.Clocks;
import health.sojourn.inquiry.clock.RunningClock;
import health.sojourn.inquiry.directory.Directory;
import health.sojourn.inquiry.intake.CaseFiles;
import health.sojourn.inquiry.intake.CaseFiles.CaseFile;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.intake.RoutingMode;
import health.sojourn.inquiry.lead.Lead;
import health.sojourn.inquiry.lead.LeadView;
import health.sojourn.inquiry.lead.Leads;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.routing.Decision;
import health.sojourn.inquiry.routing.Decisions;
import health.sojourn.inquiry.routing.HandChoice;
import health.sojourn.inquiry.routing.Judged;
import health.sojourn.inquiry.routing.Routing;
import health.sojourn.web.Reader;
import io.quarkus.qute.CheckedTemplate;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One inquiry: who, what, who was asked and why, and the form that asks somebody else. */
@Path("/desk/inquiries/{key}")
@Produces(MediaType.TEXT_HTML)
public class InquiryPage {
  private final Inquiries inquiries;
  private final CaseFiles files;
  private final Leads leads;
  private final Decisions decisions;
  private final Clocks clocks;
  private final Directory directory;
  private final Routing routing;
  private final IdempotencyKeys keys;
  private final Ids ids;
  private final SecurityIdentity identity;
  private final Reader reader;

  InquiryPage(
      Inquiries inquiries,
      CaseFiles files,
      Leads leads,
      Decisions decisions,
      Clocks clocks,
      Directory directory,
      Routing routing,
      IdempotencyKeys keys,
      Ids ids,
      SecurityIdentity identity,
      Reader reader) {
    this.inquiries = inquiries;
    this.files = files;
    this.leads = leads;
    this.decisions = decisions;
    this.clocks = clocks;
    this.directory = directory;
    this.routing = routing;
    this.keys = keys;
    this.ids = ids;
    this.identity = identity;
    this.reader = reader;
  }

  /**
   * What was typed into the form, or nothing yet.
   *
   * @param key makes a second click harmless
   */
  public record Typed(List<String> clinics, String reason, String key, List<FieldError> errors) {}

  /**
   * @param names of clinics by slug
   * @param choices who may be asked now, best first, then who may not; empty where it is too late
   * @param holding the clinics that are to answer now
   * @param lead whether the viewer may override rules
   */
  @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record OneInquiry(
      CaseFile file,
      List<LeadView> leads,
      List<Decision> decisions,
      List<RunningClock> clocks,
      Map<String, String> names,
      List<Judged> choices,
      List<String> holding,
      boolean lead,
      Typed typed)
      implements TemplateInstance {}

  @GET
  @RolesAllowed("facilitator")
  @Operation(hidden = true)
  public TemplateInstance show(@PathParam("key") @Size(max = 40) String key) {
    return page(find(key), new Typed(List.of(), "", ids.next().toString(), List.of()));
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
    var inquiry = find(reference);
    Form form = new Form(mode, clinics == null ? List.of() : clinics, reason);
    try {
      return keys.once(
          identity.getPrincipal().getName(),
          "POST /desk/inquiries/" + inquiry.id() + "/routing",
          key,
          form,
          () -> {
            decide(inquiry.id(), form);
            return Response.seeOther(address(inquiry)).build();
          });
    } catch (Problem problem) {
      return Response.status(problem.status())
          .entity(
              Reader.at(
                  address(inquiry),
                  page(
                      inquiry,
                      new Typed(form.clinics(), reason, ids.next().toString(), errors(problem)))))
          .build();
    }
  }

  record Form(RoutingMode mode, List<String> clinics, String reason) {}

  private void decide(UUID id, Form form) {
    Actor actor = Actor.facilitator(identity.getPrincipal().getName());
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

  private static URI address(Inquiry inquiry) {
    return URI.create("/desk/inquiries/" + inquiry.reference());
  }

  private Inquiry find(String key) {
    return uuid(key)
        .flatMap(inquiries::find)
        .or(() -> inquiries.find(key))
        .orElseThrow(() -> Problem.notFound("inquiry-unknown", "There is no such inquiry."));
  }

  private static Optional<UUID> uuid(String key) {
    try {
      return Optional.of(UUID.fromString(key));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private List<Judged> choices(Inquiry inquiry, Language language) {
    return routing.look(inquiry.id()).candidates().stream()
        .map(judged -> judged.in(language))
        .toList();
  }

  private TemplateInstance page(Inquiry inquiry, Typed typed) {
    CaseFile file = files.read(inquiry.id(), Actor.facilitator(identity.getPrincipal().getName()));
    List<Lead> asked = leads.of(inquiry.id());
    Language language = reader.language();
    return new OneInquiry(
        file,
        asked.stream().map(LeadView::of).toList(),
        decisions.of(inquiry.id()).stream().map(decision -> decision.in(language)).toList(),
        clocks.running(inquiry.id()),
        directory.names(asked.stream().map(Lead::clinic).toList()),
        Routing.canRoute(inquiry) ? choices(inquiry, language) : List.of(),
        asked.stream().filter(lead -> lead.status().open()).map(Lead::clinic).toList(),
        identity.hasRole("lead-facilitator"),
        typed);
  }
}
