package health.sojourn.inquiry.desk;

import health.sojourn.http.Page;
import health.sojourn.inquiry.clock.Clocks;
import health.sojourn.inquiry.clock.RunningClock;
import health.sojourn.inquiry.directory.Directory;
import health.sojourn.inquiry.intake.InquirySearch;
import health.sojourn.inquiry.intake.InquirySearch.Filter;
import health.sojourn.inquiry.intake.InquirySearch.Found;
import health.sojourn.inquiry.intake.InquirySearch.Waiting;
import health.sojourn.inquiry.intake.InquiryStatus;
import health.sojourn.inquiry.lead.Lead;
import health.sojourn.inquiry.lead.Leads;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The facilitators' list. What it shows is in its address. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
public class InboxPage {
  private static final int ROWS = 50;

  private final InquirySearch search;
  private final Leads leads;
  private final Clocks clocks;
  private final Directory directory;

  InboxPage(InquirySearch search, Leads leads, Clocks clocks, Directory directory) {
    this.search = search;
    this.leads = leads;
    this.clocks = clocks;
    this.directory = directory;
  }

  /**
   * A row.
   *
   * @param with names of the clinics that have it
   * @param clock what is due next, or null
   */
  public record Row(Found inquiry, List<String> with, RunningClock clock) {}

  /**
   * @param status what the list is narrowed to, or null, as is what waits
   * @param next address of the next page, or null
   * @param first address of the first page, or null where this is it
   */
  @CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Inbox(
      List<Row> rows,
      InquiryStatus status,
      Waiting waiting,
      String owner,
      String q,
      String sort,
      String next,
      String first)
      implements TemplateInstance {}

  @GET
  @RolesAllowed("facilitator")
  @Operation(hidden = true)
  public TemplateInstance show(
      @QueryParam("status") InquiryStatus status,
      @QueryParam("waiting") Waiting waiting,
      @QueryParam("owner") @Size(max = 100) String owner,
      @QueryParam("q") @Size(max = 200) String q,
      @QueryParam("sort") @Size(max = 20) String sort,
      @QueryParam("cursor") @Size(max = 1024) String cursor) {
    Filter filter = new Filter(status, waiting, owner, q, sort);
    Page<Found> page = search.page(filter, ROWS, cursor);
    return new Inbox(
        rows(page.items()),
        status,
        waiting,
        owner,
        q,
        sort,
        page.next() == null ? null : address(filter, page.next()),
        cursor == null ? null : address(filter, null));
  }

  private List<Row> rows(List<Found> found) {
    List<UUID> ids = found.stream().map(Found::id).toList();
    Map<UUID, RunningClock> due = clocks.nextDue(ids);
    Map<UUID, List<Lead>> live = leads.live(ids);
    Map<String, String> names =
        directory.names(
            live.values().stream().flatMap(List::stream).map(Lead::clinic).distinct().toList());
    return found.stream()
        .map(
            inquiry ->
                new Row(
                    inquiry,
                    live.getOrDefault(inquiry.id(), List.of()).stream()
                        .map(lead -> names.get(lead.clinic()))
                        .toList(),
                    due.get(inquiry.id())))
        .toList();
  }

  private static String address(Filter filter, String cursor) {
    UriBuilder address = UriBuilder.fromPath("/desk");
    add(address, "status", filter.status());
    add(address, "waiting", filter.waiting());
    add(address, "owner", filter.owner());
    add(address, "q", filter.q());
    add(address, "sort", filter.sort());
    add(address, "cursor", cursor);
    return address.build().toString();
  }

  private static void add(UriBuilder address, String name, Object value) {
    if (value != null && !value.toString().isBlank()) {
      address.queryParam(name, "{" + name + "}").resolveTemplate(name, value.toString());
    }
  }
}
