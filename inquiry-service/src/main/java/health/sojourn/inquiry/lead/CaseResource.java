package health.sojourn.inquiry.lead;

import health.sojourn.http.Problem;
import health.sojourn.inquiry.directory.Directory;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.InquiryCase;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.privacy.AuditLog;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The de-identified case for the clinic that was asked, opened with the clinic's own token. The
 * gateway does not route this path; the provider-service calls it.
 */
@Path("/internal/v1/leads/{id}/case")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Internal")
public class CaseResource {
  private final Leads leads;
  private final Inquiries inquiries;
  private final Directory directory;
  private final AuditLog audit;
  private final Clock clock;
  private final JsonWebToken token;

  CaseResource(
      Leads leads,
      Inquiries inquiries,
      Directory directory,
      AuditLog audit,
      Clock clock,
      JsonWebToken token) {
    this.leads = leads;
    this.inquiries = inquiries;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
    this.token = token;
  }

  @GET
  @RolesAllowed("clinic")
  @Transactional
  @Operation(
      operationId = "readCase",
      summary = "The de-identified case of one of the clinic's leads")
  @APIResponse(responseCode = "404", description = "There is no such lead at this clinic")
  @APIResponse(responseCode = "409", description = "The patient no longer agrees to share the case")
  @APIResponse(responseCode = "410", description = "The lead has ended")
  public CaseView read(@PathParam("id") UUID id) {
    String clinic = token.getClaim("clinic");
    Lead lead =
        leads
            .find(id)
            .filter(found -> found.clinic().equals(clinic))
            .orElseThrow(
                () -> Problem.notFound("lead-unknown", "There is no such lead at your clinic."));
    if (!lead.status().live()) {
      throw new Problem(
          410, "lead-ended", "This lead has ended; its case is closed to you.", List.of());
    }
    InquiryCase facts = inquiries.caseOf(lead.inquiryId());
    if (!mayRead(clinic, facts)) {
      throw Problem.conflict(
          "consent-withdrawn", "The patient no longer agrees to share this case.");
    }
    audit.write(lead.inquiryId(), Actor.clinic(clinic), AuditLog.Act.READ_CASE);
    return CaseView.of(lead, facts, clock.instant().atZone(ZoneOffset.UTC).getYear());
  }

  private boolean mayRead(String clinic, InquiryCase facts) {
    return directory
        .find(clinic)
        .filter(listing -> facts.consentedCountries().contains(listing.clinic().country()))
        .isPresent();
  }
}
