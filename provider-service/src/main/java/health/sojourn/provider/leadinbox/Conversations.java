package health.sojourn.provider.leadinbox;

import health.sojourn.defaults.Ids;
import health.sojourn.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a clinic writes to a patient, through the facilitator's eyes. The words go to their owner
 * first; only what was kept is said to have been asked.
 */
@ApplicationScoped
class Conversations {
  @Inject CaseOwner owner;
  @Inject LeadInbox inbox;
  @Inject Ids ids;

  /**
   * @throws Problem 404 for another clinic's lead, 503 while it can't be fetched
   */
  Conversation read(UUID lead, String clinic) {
    inbox.get(lead, clinic);
    return owner.conversationOf(lead);
  }

  /**
   * @param key the same for every attempt to send the same words; null for words sent once
   * @return the message's id
   * @throws Problem 409 when it is too late to write, 503 while the words can't be kept
   */
  UUID write(UUID lead, String clinic, String person, String key, String text, MessageKind kind) {
    UUID message = key == null ? ids.next() : idOf(lead, key);
    inbox.checkWritable(lead, clinic);
    owner.keep(lead, message, text, kind);
    if (kind == MessageKind.QUESTION) {
      inbox.ask(lead, clinic, person, message);
    }
    return message;
  }

  private static UUID idOf(UUID lead, String key) {
    return UUID.nameUUIDFromBytes((lead + " " + key).getBytes(StandardCharsets.UTF_8));
  }
}
