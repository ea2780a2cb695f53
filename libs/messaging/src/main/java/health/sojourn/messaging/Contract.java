package health.sojourn.messaging;

/**
 * The name under which an event leaves a service.
 *
 * @param topic where it is written, such as {@code inquiry.leads}
 * @param producer the folder under {@code contracts/}, such as {@code inquiry}
 * @param event past tense, such as {@code lead-offered}
 * @param version 1 unless a breaking change made another
 * @param state the event carries the whole state of its aggregate, so that only the latest counts;
 *     its topic is compacted
 */
public record Contract(String topic, String producer, String event, int version, boolean state) {

  public static Contract v1(String topic, String producer, String event) {
    return new Contract(topic, producer, event, 1, false);
  }

  /** For a topic that is compacted. */
  public static Contract stateV1(String topic, String producer, String event) {
    return new Contract(topic, producer, event, 1, true);
  }

  /** The CloudEvents type, such as {@code health.sojourn.inquiry.lead-offered.v1}. */
  public String type() {
    return "health.sojourn." + producer + "." + event + ".v" + version;
  }
}
