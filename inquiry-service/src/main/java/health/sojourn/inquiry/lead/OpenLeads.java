package health.sojourn.inquiry.lead;

import health.sojourn.http.Problem;
import health.sojourn.inquiry.directory.Directory;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.InquiryCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Opens a lead to the clinic that has it, and to nobody else. */
@ApplicationScoped
public class OpenLeads {
  private final Leads leads;
  private final Inquiries inquiries;
  private final Directory directory;

  OpenLeads(Leads leads, Inquiries inquiries, Directory directory) {
    this.leads = leads;
    this.inquiries = inquiries;
    this.directory = directory;
  }

  /** A lead its clinic may look into now, with the case. */
  public record Opened(Lead lead, InquiryCase facts) {}

  /**
   * @throws Problem 404 for another clinic's lead, 410 once it has ended, 409 when the patient no
   *     longer agrees
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Opened open(UUID id, String clinic) {
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
    if (!agreedFor(clinic, facts)) {
      throw Problem.conflict(
          "consent-withdrawn", "The patient no longer agrees to share this case.");
    }
    return new Opened(lead, facts);
  }

  private boolean agreedFor(String clinic, InquiryCase facts) {
    return directory
        .find(clinic)
        .filter(listing -> facts.consentedCountries().contains(listing.clinic().country()))
        .isPresent();
  }
}
