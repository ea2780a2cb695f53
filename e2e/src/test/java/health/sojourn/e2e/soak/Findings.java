package health.sojourn.e2e.soak;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is there after everything has come to rest: in the databases, on the topics, in the mailbox.
 *
 * @param inquiriesOf by the patient's address the ids of the inquiries a facilitator finds
 * @param said the events of all services
 * @param received what consumers acted on, in the order they did
 * @param onTopics what the broker holds, each partition in its order
 * @param deadLetters events that could not be handled, in words
 */
record Findings(
    Map<String, List<String>> inquiriesOf,
    List<Inquiry> inquiries,
    List<Said> said,
    List<Received> received,
    List<OnTopic> onTopics,
    List<Effect> effects,
    List<Sent> mails,
    List<String> deadLetters) {

  /** What keeps an inquiry moving. */
  enum Step {
    /** A task that routes it waits. */
    ROUTING,
    /** A clinic is asked, its clock runs, and a task ends the lead in time. */
    ANSWER,
    /** The clinic that has it has accepted it. */
    OFFER,
    /** The clock of a facilitator's review runs. */
    REVIEW
  }

  /**
   * @param owner the facilitator or their queue; null while it is nobody's
   * @param clinic the one that accepted; null before
   */
  record Inquiry(String id, String status, String owner, String clinic, Set<Step> steps) {}

  /**
   * @param position ascending in the order of the service's own words
   * @param type without the rest of the CloudEvents type, such as {@code lead-offered}
   */
  record Said(String service, UUID id, long position, String topic, String key, String type) {
    static final Comparator<Said> IN_ORDER = Comparator.comparingLong(Said::position);
  }

  record Received(String consumer, UUID event) {}

  record OnTopic(String topic, int partition, String key, UUID event) {}

  /**
   * How often what an event is to cause is there.
   *
   * @param type the event's
   * @param key of its aggregate
   */
  record Effect(String consumer, String type, String key, long times) {}

  record Sent(String to, String messageId, String subject) {}
}
