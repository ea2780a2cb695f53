package health.sojourn.provider.leadinbox;

import health.sojourn.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Opens a case for the clinic that has its lead. */
@ApplicationScoped
class Cases {
  private static final Logger LOG = Logger.getLogger(Cases.class);

  /** Unknown there, no longer agreed to, or ended; the event that says so is on its way. */
  private static final Set<Integer> NOT_OPEN = Set.of(404, 409, 410);

  @Inject @RestClient CaseClient client;
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
      return new OpenCase(lead, null);
    }
    LeadCase content = fetch(id);
    return new OpenCase(inbox.read(id, clinic, reader), content);
  }

  private LeadCase fetch(UUID id) {
    try {
      return client.get(id);
    } catch (WebApplicationException e) {
      if (NOT_OPEN.contains(e.getResponse().getStatus())) {
        throw Problem.notFound("case-not-found", "This case is not open to you any more.");
      }
      throw away(id, e);
    } catch (ProcessingException e) {
      throw away(id, e);
    }
  }

  private static Problem away(UUID id, Exception cause) {
    LOG.warnf("The case of lead %s can't be fetched: %s", id, cause.toString());
    return new Problem(
        503,
        "case-unavailable",
        "The case can't be fetched right now. Your inbox is safe; try again in a minute.",
        List.of());
  }
}
