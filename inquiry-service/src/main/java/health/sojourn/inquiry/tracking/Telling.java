package health.sojourn.inquiry.tracking;

import health.sojourn.http.Language;
import health.sojourn.inquiry.intake.History;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.privacy.AuditLog;
import health.sojourn.inquiry.tracking.TrackingView.Happened;
import health.sojourn.inquiry.tracking.TrackingView.ReadBy;
import health.sojourn.web.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One inquiry's story in one language, for the page and the API alike.
 *
 * @param names of clinics by slug
 */
record Telling(Language language, Map<String, String> names) {

  boolean knows(String kind, String code) {
    return !Words.of(kind, code, language).equals(code);
  }

  /**
   * The words of a code with the clinic's name put in.
   *
   * @param clinic null where it has no name
   */
  String say(String kind, Object code, String clinic) {
    String name = clinic == null ? Words.of("holder", "SOME_CLINIC", language) : clinic;
    String said = Words.of(kind, code, language).replace("{clinic}", name);
    return Character.toUpperCase(said.charAt(0)) + said.substring(1);
  }

  Happened happened(History.Entry entry) {
    return new Happened(
        entry.at(),
        entry.kind(),
        say("history", entry.kind(), name(entry.clinic())),
        by(entry.actor()),
        entry.clinic());
  }

  ReadBy readBy(AuditLog.Row row) {
    return new ReadBy(row.at(), by(row.actor()), Words.of("act", row.act(), language));
  }

  /** Several clinics as one; null for none. */
  String clinics(List<String> slugs) {
    return slugs.isEmpty()
        ? null
        : slugs.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String by(Actor actor) {
    boolean clinic = actor.kind() == Actor.Kind.CLINIC;
    return say("who", actor.kind(), clinic ? name(actor.name()) : null);
  }

  private String name(String slug) {
    return slug == null ? null : names.getOrDefault(slug, slug);
  }
}
