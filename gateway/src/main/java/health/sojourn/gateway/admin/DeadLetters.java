package health.sojourn.gateway.admin;

import com.fasterxml.jackson.databind.JsonNode;
import health.sojourn.gateway.route.ServiceClient.Answer;
import health.sojourn.http.Problem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The dead letters of all services; each keeps and replays its own. */
@Singleton
class DeadLetters {
  /** So that a page does not take forever; the rest has its turn with the next click. */
  private static final int AT_ONE_TIME = 100;

  private final Management management;

  DeadLetters(Management management) {
    this.management = management;
  }

  /** Those of one service, the oldest first. */
  public record Kept(String service, boolean answers, List<DeadLetter> events) {
    private static Kept of(String service, Answer answer) {
      List<DeadLetter> events = new ArrayList<>();
      answer.body().forEach(each -> events.add(DeadLetter.of(service, each)));
      return answer.ok() ? new Kept(service, true, events) : new Kept(service, false, List.of());
    }
  }

  List<Kept> list() {
    Map<String, CompletableFuture<Answer>> asked = management.all("/q/dead-letters");
    return management.services().stream()
        .map(service -> Kept.of(service, asked.get(service).join()))
        .toList();
  }

  /**
   * @throws Problem 404 if it is not there (any more), 503 if the service is away
   */
  DeadLetter find(String service, UUID event) {
    mustExist(service);
    Answer answer = management.get(service, path(event));
    if (answer.status() == 404) {
      throw Problem.notFound(
          "dead-letter-gone",
          "This event is no longer among the dead letters: it was handled, or never was one.");
    }
    if (!answer.ok()) {
      throw away(service);
    }
    return DeadLetter.of(service, answer.body());
  }

  /** Has the event and those that wait behind it handled again. */
  Replayed replay(String service, UUID event) {
    mustExist(service);
    return replay(service, event.toString());
  }

  /** The same for all of a service, the oldest first, until it stops answering. */
  Replayed replayAll(String service) {
    mustExist(service);
    Kept kept = Kept.of(service, management.get(service, "/q/dead-letters"));
    if (!kept.answers()) {
      return Replayed.BY_NOBODY;
    }
    Replayed all = Replayed.NOTHING;
    int tried = 0;
    for (DeadLetter next : kept.events()) {
      if (all.away() || tried == AT_ONE_TIME) {
        break;
      }
      all = all.and(replay(service, next.event()));
      tried++;
    }
    return all;
  }

  private Replayed replay(String service, String event) {
    Answer answer = management.post(service, "/q/dead-letters/" + event + "/replay");
    if (answer.status() == 404) {
      return Replayed.GONE;
    }
    if (!answer.ok()) {
      return Replayed.BY_NOBODY;
    }
    Optional<JsonNode> failure =
        Optional.of(answer.body().path("failure")).filter(JsonNode::isTextual);
    return new Replayed(
        answer.body().path("handled").asInt(), failure.isPresent() ? 1 : 0, 0, false);
  }

  private void mustExist(String service) {
    if (!management.services().contains(service)) {
      throw Problem.notFound("not-found", "There is no service of that name.");
    }
  }

  private static String path(UUID event) {
    return "/q/dead-letters/" + event;
  }

  private static Problem away(String service) {
    return new Problem(
            503,
            "unavailable",
            "The %s service does not answer just now. Its dead letters are kept; try again in a minute."
                .formatted(service),
            List.of())
        .with("Retry-After", "30");
  }
}
