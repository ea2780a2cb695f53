package health.sojourn.provider.leadinbox;

import health.sojourn.http.FieldError;
import health.sojourn.http.Page;
import health.sojourn.http.Problem;
import health.sojourn.provider.people.SignedInClinic;
import health.sojourn.web.Option;
import health.sojourn.web.Reader;
import health.sojourn.web.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a clinic's coordinator answers, between two consultations and often on a phone. */
@Path("/clinic-desk")
@Produces(MediaType.TEXT_HTML)
public class ClinicDesk {
  private static final int PAGE = 20;

  @Inject SignedInClinic signedIn;
  @Inject DeskFrames frames;
  @Inject LeadInbox inbox;
  @Inject Cases cases;
  @Inject Clock clock;
  @Inject Reader reader;

  @CheckedTemplate(basePath = "leadinbox", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Inbox(DeskFrame frame, List<LeadView> leads, String nextPage, String firstPage)
      implements TemplateInstance {}

  /**
   * @param content null once the lead ended, or while the case can't be fetched
   * @param answerable whether the clinic may still answer
   * @param away whether the case could not be fetched
   */
  @CheckedTemplate(basePath = "leadinbox", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Lead(
      DeskFrame frame,
      LeadView lead,
      LeadCase content,
      boolean answerable,
      boolean away,
      List<Option> reasons,
      List<FieldError> errors)
      implements TemplateInstance {}

  @GET
  @RolesAllowed("clinic")
  @Operation(hidden = true)
  public TemplateInstance list(@QueryParam("cursor") String cursor) {
    DeskFrame frame = frames.current();
    Page<InboxLead> page = inbox.leadsOf(frame.slug(), cursor, PAGE);
    return new Inbox(
        frame,
        page.items().stream().map(LeadView::of).toList(),
        page.next() == null ? null : "/clinic-desk?cursor=" + page.next(),
        cursor == null ? null : "/clinic-desk");
  }

  @GET
  @RolesAllowed("clinic")
  @Path("/leads/{id}")
  @Operation(hidden = true)
  public Response show(@PathParam("id") UUID id) {
    return page(id, 200, List.of());
  }

  @POST
  @RolesAllowed("clinic")
  @Path("/leads/{id}/acceptance")
  @Operation(hidden = true)
  public Response accept(@PathParam("id") UUID id) {
    inbox.accept(id, signedIn.slug());
    return backTo(id);
  }

  @POST
  @RolesAllowed("clinic")
  @Path("/leads/{id}/decline")
  @Operation(hidden = true)
  public Response decline(@PathParam("id") UUID id, @FormParam("reason") String reason) {
    boolean known = Arrays.stream(DeclineReason.values()).anyMatch(it -> it.name().equals(reason));
    if (!known) {
      var error = new FieldError("/reason", "required", "Choose why you decline");
      return page(id, 422, List.of(error));
    }
    inbox.decline(id, signedIn.slug(), DeclineReason.valueOf(reason));
    return backTo(id);
  }

  private Response page(UUID id, int status, List<FieldError> errors) {
    DeskFrame frame = frames.current();
    try {
      Cases.OpenCase open = cases.open(id, frame.slug(), signedIn.person());
      return Response.status(status)
          .entity(view(frame, open.lead(), open.content(), false, errors))
          .build();
    } catch (Problem problem) {
      if (problem.status() != 503) {
        throw problem;
      }
      // The lead can be answered without reading the case again; only the case is missing.
      return Response.status(503)
          .entity(view(frame, inbox.get(id, frame.slug()), null, true, errors))
          .build();
    }
  }

  private TemplateInstance view(
      DeskFrame frame, InboxLead lead, LeadCase content, boolean away, List<FieldError> errors) {
    return new Lead(
        frame,
        LeadView.of(lead),
        content,
        lead.canBeAnsweredAt(clock.instant()),
        away,
        Arrays.stream(DeclineReason.values())
            .map(it -> Option.of(it.name(), Words.of("declineReason", it, reader.language())))
            .toList(),
        errors);
  }

  private static Response backTo(UUID id) {
    URI lead = UriBuilder.fromPath("/clinic-desk/leads/{id}").build(id);
    return Response.seeOther(lead).build();
  }
}
