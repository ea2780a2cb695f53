package health.sojourn.inquiry.lead;

import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.privacy.AuditLog;
import health.sojourn.inquiry.privacy.AuditLog.Act;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The case for the clinic that was asked, opened with the clinic's own token: de-identified until
 * the patient has chosen this clinic. The gateway does not route this path; the provider-service
 * calls it.
 */
@Path("/internal/v1/leads/{id}/case")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Internal")
public class CaseResource {
  private final OpenLeads openLeads;
  private final Inquiries inquiries;
  private final AuditLog audit;
  private final Clock clock;
  private final JsonWebToken token;

  CaseResource(
      OpenLeads openLeads, Inquiries inquiries, AuditLog audit, Clock clock, JsonWebToken token) {
    this.openLeads = openLeads;
    this.inquiries = inquiries;
    this.audit = audit;
    this.clock = clock;
    this.token = token;
  }

  @GET
  @RolesAllowed("clinic")
  @Transactional
  @Operation(
      operationId = "readCase",
      summary = "The case of one of the clinic's leads, without identity until it is chosen")
  @APIResponse(responseCode = "404", description = "There is no such lead at this clinic")
  @APIResponse(responseCode = "409", description = "The patient no longer agrees to share the case")
  @APIResponse(responseCode = "410", description = "The lead has ended")
  public CaseView read(@PathParam("id") UUID id) {
    String clinic = token.getClaim("clinic");
    OpenLeads.Opened opened = openLeads.open(id, clinic);
    Lead lead = opened.lead();
    CaseView view =
        CaseView.of(lead, opened.facts(), clock.instant().atZone(ZoneOffset.UTC).getYear());
    boolean chosen = lead.status() == LeadStatus.CHOSEN;
    audit.write(lead.inquiryId(), Actor.clinic(clinic), chosen ? Act.READ_IDENTITY : Act.READ_CASE);
    return chosen ? view.with(inquiries.identityOf(lead.inquiryId())) : view;
  }
}
