package health.sojourn.provider.leadinbox;

import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** {@code inquiry-service}, which owns cases; what keeps it from answering is said as a problem. */
@ApplicationScoped
class CaseOwner {
  private static final Logger LOG = Logger.getLogger(CaseOwner.class);

  /** Unknown there, no longer agreed to, or ended; the event that says so is on its way. */
  private static final Set<Integer> NOT_OPEN = Set.of(404, 409, 410);

  private static final int NOT_ACCEPTED = 422;

  /** The code of {@code inquiry-service} for other words under an id it knows. */
  private static final String OTHER_WORDS = "\"message-differs\"";

  @Inject @RestClient CaseClient client;

  /**
   * @throws Problem 404 if it is not open any more, 503 while it can't be fetched
   */
  LeadCase caseOf(UUID lead) {
    return ask(lead, () -> client.get(lead));
  }

  /**
   * @throws Problem 404 if it is not open any more, 503 while it can't be fetched
   */
  Conversation conversationOf(UUID lead) {
    return ask(lead, () -> client.messages(lead));
  }

  /**
   * @throws Problem 404 if the case is not open any more, 422 if the words are not taken or others
   *     were kept under this id, 503 while they can't be kept
   */
  void keep(UUID lead, UUID message, String text, MessageKind kind) {
    ask(
        lead,
        () -> {
          client.put(lead, message, new CaseClient.Words(text, kind));
          return null;
        });
  }

  private static <T> T ask(UUID lead, Supplier<T> question) {
    try {
      return question.get();
    } catch (WebApplicationException e) {
      int status = e.getResponse().getStatus();
      if (status == 409 && bodyOf(e).contains(OTHER_WORDS)) {
        throw new Problem(
            422,
            "idempotency-key-reused",
            "This Idempotency-Key was used with another body. Use a new one.",
            List.of());
      }
      if (NOT_OPEN.contains(status)) {
        throw Problem.notFound("case-not-found", "This case is not open to you any more.");
      }
      if (status == NOT_ACCEPTED) {
        throw Problem.invalid(
            List.of(new FieldError("/text", "not-accepted", "These words can't be sent.")));
      }
      throw away(lead, e);
    } catch (ProcessingException e) {
      throw away(lead, e);
    }
  }

  /** Empty where it says nothing that can be read. */
  private static String bodyOf(WebApplicationException refused) {
    try {
      String body = refused.getResponse().readEntity(String.class);
      return body == null ? "" : body;
    } catch (ProcessingException | IllegalStateException e) {
      return "";
    }
  }

  private static Problem away(UUID lead, Exception cause) {
    LOG.warnf("The owner of lead %s's case does not answer: %s", lead, cause.toString());
    return new Problem(
        503,
        "case-unavailable",
        "The case can't be fetched right now. Your inbox is safe; try again in a minute.",
        List.of());
  }
}
