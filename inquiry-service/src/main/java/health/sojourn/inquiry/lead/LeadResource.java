package health.sojourn.inquiry.lead;

import health.sojourn.http.Cursors;
import health.sojourn.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was offered to whom. */
@Path("/api/v1/leads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Leads")
public class LeadResource {
  private final Leads leads;
  private final Cursors cursors;

  LeadResource(Leads leads, Cursors cursors) {
    this.leads = leads;
    this.cursors = cursors;
  }

  /** The last lead shown; ids sort by the time they were made. */
  record After(UUID id) {}

  @GET
  @RolesAllowed("facilitator")
  @Operation(operationId = "listLeads", summary = "What was offered to whom, newest first")
  public Page<LeadView> list(
      @QueryParam("status") LeadStatus status,
      @QueryParam("clinic") @Size(max = 80) @Pattern(regexp = "[a-z0-9-]*") String clinic,
      @QueryParam("inquiry") UUID inquiry,
      @QueryParam("limit") @Size(max = 10) String limit,
      @QueryParam("cursor") @Size(max = 1024) String cursor) {
    int size = Page.limit(limit);
    UUID before = cursors.read(cursor, After.class).map(After::id).orElse(null);
    List<LeadView> rows =
        leads.list(status, clinic, inquiry, before, size + 1).stream().map(LeadView::of).toList();
    return cursors.page(rows, size, row -> new After(row.id()));
  }
}
