package health.sojourn.provider.leadinbox;

import health.sojourn.http.FieldError;
import health.sojourn.http.Page;
import health.sojourn.http.Problem;
import health.sojourn.provider.directory.Clinics;
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
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a clinic's coordinator answers, between two consultations and often on a phone. */
@Path("/clinic-desk")
@Produces(MediaType.TEXT_HTML)
public class ClinicDesk {
  private static final int PAGE = 20;
  private static final Declines NOTHING = new Declines(List.of(), null, List.of());

  @Inject SignedInClinic signedIn;
  @Inject DeskFrames frames;
  @Inject LeadInbox inbox;
  @Inject Cases cases;
  @Inject LeadQuotes quotes;
  @Inject Clinics clinics;
  @Inject Clock clock;
  @Inject Reader reader;

  /**
   * @param here the filter's name, or {@code inbox} for all
   * @param paused whether several can be declined at once
   * @param late what could not be declined just now
   * @param reason as it was chosen, in a form that came back
   */
  @CheckedTemplate(basePath = "leadinbox", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Inbox(
      DeskFrame frame,
      String here,
      List<InboxRow> rows,
      String nextPage,
      String firstPage,
      boolean paused,
      List<Option> reasons,
      List<LeadView> late,
      String reason,
      List<FieldError> errors)
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
      Instant quoteEnds,
      List<LeadProgress.Step> steps,
      List<LeadQuotes.Line> quotes,
      List<Option> reasons,
      List<FieldError> errors)
      implements TemplateInstance {}

  /** Several at once, as far as it came. */
  private record Declines(List<UUID> ticked, String reason, List<InboxLead> late) {}

  @GET
  @RolesAllowed("clinic")
  @Operation(hidden = true)
  public TemplateInstance list(
      @QueryParam("filter") String filter, @QueryParam("cursor") String cursor) {
    return inboxPage(InboxFilter.of(filter), cursor, NOTHING, List.of());
  }

  /** Several at once, while nobody is there to look at each. */
  @POST
  @RolesAllowed("clinic")
  @Path("/declines")
  @Operation(hidden = true)
  public Response declineSeveral(
      @FormParam("lead") List<UUID> ticked, @FormParam("reason") String reason) {
    List<UUID> leads = ticked == null ? List.of() : ticked;
    Optional<DeclineReason> chosen = DeclineReason.of(reason);
    if (leads.isEmpty() || chosen.isEmpty()) {
      FieldError error =
          leads.isEmpty()
              ? new FieldError("/lead", "required", "Tick the inquiries to decline")
              : noReason();
      return Response.status(422)
          .entity(
              inboxPage(
                  InboxFilter.WAITING,
                  null,
                  new Declines(leads, reason, List.of()),
                  List.of(error)))
          .build();
    }
    List<InboxLead> late = inbox.declineAll(leads, signedIn.slug(), chosen.get());
    if (late.isEmpty()) {
      return Response.seeOther(URI.create("/clinic-desk?filter=WAITING")).build();
    }
    return Response.status(409)
        .entity(
            inboxPage(InboxFilter.WAITING, null, new Declines(List.of(), null, late), List.of()))
        .build();
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
    Optional<DeclineReason> chosen = DeclineReason.of(reason);
    if (chosen.isEmpty()) {
      return page(id, 422, List.of(noReason()));
    }
    inbox.decline(id, signedIn.slug(), chosen.get());
    return backTo(id);
  }

  private TemplateInstance inboxPage(
      InboxFilter filter, String cursor, Declines declines, List<FieldError> errors) {
    DeskFrame frame = frames.current();
    Instant now = clock.instant();
    Page<InboxLead> page = inbox.leadsOf(frame.slug(), filter, cursor, PAGE);
    return new Inbox(
        frame,
        filter == null ? "inbox" : filter.name(),
        page.items().stream()
            .map(it -> InboxRow.of(it, frame.zoneId(), now, declines.ticked().contains(it.id())))
            .toList(),
        page.next() == null ? null : address(filter, page.next()),
        cursor == null ? null : address(filter, null),
        clinics.get(frame.slug()).capacity().isPausedOn(frame.today()),
        reasons(),
        declines.late().stream().map(LeadView::of).toList(),
        declines.reason(),
        errors);
  }

  private static String address(InboxFilter filter, String cursor) {
    UriBuilder address = UriBuilder.fromPath("/clinic-desk");
    if (filter != null) {
      address.queryParam("filter", filter);
    }
    if (cursor != null) {
      address.queryParam("cursor", cursor);
    }
    return address.build().toString();
  }

  private Response page(UUID id, int status, List<FieldError> errors) {
    String clinic = signedIn.slug();
    try {
      Cases.OpenCase open = cases.open(id, clinic, signedIn.person());
      return Response.status(status)
          .entity(view(open.lead(), open.content(), false, errors))
          .build();
    } catch (Problem problem) {
      if (problem.status() != 503) {
        throw problem;
      }
      // The lead can be answered without reading the case again; only the case is missing.
      return Response.status(503).entity(view(inbox.get(id, clinic), null, true, errors)).build();
    }
  }

  private TemplateInstance view(
      InboxLead lead, LeadCase content, boolean away, List<FieldError> errors) {
    DeskFrame frame = frames.current();
    InboxRow row = InboxRow.of(lead, frame.zoneId(), clock.instant(), false);
    return new Lead(
        frame,
        row.lead(),
        content,
        row.answerable(),
        away,
        row.quoteEnds(),
        LeadProgress.of(lead),
        quotes.of(lead.id(), frame.today()),
        reasons(),
        errors);
  }

  private List<Option> reasons() {
    return Arrays.stream(DeclineReason.values())
        .map(it -> Option.of(it.name(), Words.of("declineReason", it, reader.language())))
        .toList();
  }

  private static FieldError noReason() {
    return new FieldError("/reason", "required", "Choose why you decline");
  }

  private static Response backTo(UUID id) {
    URI lead = UriBuilder.fromPath("/clinic-desk/leads/{id}").build(id);
    return Response.seeOther(lead).build();
  }
}
