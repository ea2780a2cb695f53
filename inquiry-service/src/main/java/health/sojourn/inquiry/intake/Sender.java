package health.sojourn.inquiry.intake;

import health.sojourn.inquiry.privacy.Actor;

/**
 * Who hands in an inquiry, and how.
 *
 * @param actor the patient, or who writes it down or passes it on for them
 */
public record Sender(Channel channel, Actor actor) {
  public static final Sender FORM = new Sender(Channel.FORM, Actor.PATIENT);
  public static final Sender API = new Sender(Channel.API, Actor.PATIENT);

  public static Sender facilitator(String userName, Channel channel) {
    return new Sender(channel, Actor.facilitator(userName));
  }

  public static Sender partner(String id) {
    return new Sender(Channel.PARTNER, new Actor(Actor.Kind.PARTNER, id));
  }

  /** Who typed it for the patient, or null if they did themselves. */
  String recordedBy() {
    return actor.kind() == Actor.Kind.FACILITATOR ? actor.name() : null;
  }

  String partnerId() {
    return actor.kind() == Actor.Kind.PARTNER ? actor.name() : null;
  }
}
