package health.sojourn.inquiry.audit;

import health.sojourn.http.Page;
import health.sojourn.http.Problem;
import health.sojourn.inquiry.audit.AuditSearch.Filter;
import health.sojourn.inquiry.intake.References;
import health.sojourn.inquiry.privacy.AuditLog.Act;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Who read or stored whose data, for admins. The gateway does not route this path; its own page
 * calls it with the admin's token.
 */
@Path("/internal/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Internal")
public class AuditResource {
  private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  private final AuditSearch search;

  AuditResource(AuditSearch search) {
    this.search = search;
  }

  /**
   * @param inquiry a reference or an id
   * @param from the first day, UTC
   * @param to the last day, UTC
   */
  @GET
  @RolesAllowed("admin")
  @Operation(operationId = "searchAudit", summary = "Who read or stored whose data, newest first")
  @APIResponse(responseCode = "400", description = "A filter can't be understood")
  public Page<AuditEntry> list(
      @QueryParam("actor") @Size(max = 255) @Pattern(regexp = "\\P{Cntrl}*") String actor,
      @QueryParam("act") Act act,
      @QueryParam("inquiry") @Size(max = 40) String inquiry,
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @QueryParam("limit") @Size(max = 10) String limit,
      @QueryParam("cursor") @Size(max = 1024) String cursor) {
    boolean none = inquiry == null || inquiry.isBlank();
    boolean id = !none && inquiry.strip().matches(UUID_FORM);
    Filter filter =
        new Filter(
            actor,
            act,
            id ? UUID.fromString(inquiry.strip()) : null,
            none || id ? null : reference(inquiry),
            from,
            to);
    return search.page(filter, Page.limit(limit), cursor);
  }

  private static String reference(String typed) {
    return References.parse(typed)
        .orElseThrow(
            () ->
                Problem.badRequest(
                    "reference-unknown",
                    "“" + typed + "” is not one of our references. They look like SJ-XXXX-XXXX."));
  }
}
