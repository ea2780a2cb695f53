package health.sojourn.provider.leadinbox;

import health.sojourn.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Opens a case for the clinic that has its lead. */
@ApplicationScoped
class Cases {
  @Inject CaseOwner owner;
  @Inject LeadInbox inbox;

  /**
   * @param content null once the lead has ended: then there is no reason to read it any more
   */
  record OpenCase(InboxLead lead, LeadCase content) {}

  /**
   * The case is fetched before the reading is written down, and outside the transaction: what could
   * not be shown was not viewed.
   *
   * @throws Problem 404 for another clinic's lead, 503 while the case can't be fetched
   */
  OpenCase open(UUID id, String clinic, String reader) {
    InboxLead lead = inbox.get(id, clinic);
    if (!lead.status().isOpen()) {
      return new OpenCase(inbox.see(id, clinic), null);
    }
    LeadCase content = owner.caseOf(id);
    return new OpenCase(inbox.read(id, clinic, reader), content);
  }
}
