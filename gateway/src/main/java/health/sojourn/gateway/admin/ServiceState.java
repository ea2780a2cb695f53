package health.sojourn.gateway.admin;

import com.fasterxml.jackson.databind.JsonNode;
import health.sojourn.gateway.route.ServiceClient.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a service is, by what its management interface says.
 *
 * @param failing the checks that keep it from being ready
 * @param messaging null if it says nothing about its events
 * @param reconciliation null if it does not compare its events with their producers
 */
public record ServiceState(
    String name,
    boolean answers,
    boolean ready,
    List<String> failing,
    Messaging messaging,
    Reconciliation reconciliation) {

  /**
   * @param relay {@code leading}, {@code standby}, or what keeps it from working
   * @param inbox {@code listening}, or what keeps it from working
   * @param database what is wrong with it; then nothing was counted. Otherwise null
   * @param oldest when the oldest waiting event was written, or null
   */
  public record Messaging(
      String relay, String inbox, String database, long backlog, Instant oldest, long deadLetters) {
    private static final Set<String> LISTENING = Set.of("listening", "nothing to listen to");

    public boolean relayWorks() {
      return relay.equals("leading") || relay.equals("standby");
    }

    public boolean inboxWorks() {
      return LISTENING.contains(inbox);
    }

    private static Messaging of(JsonNode data, Instant now) {
      long backlog = data.path("backlog").asLong();
      return new Messaging(
          data.path("relay").asText(),
          data.path("inbox").asText(),
          data.path("database").asText(null),
          backlog,
          backlog == 0 ? null : now.minusSeconds(data.path("oldestSeconds").asLong()),
          data.path("deadLetters").asLong());
    }
  }

  /**
   * @param gaps how many events never came
   * @param problems by producer, what kept its events from being compared
   */
  public record Reconciliation(long gaps, List<String> problems) {
    private static Reconciliation of(JsonNode report) {
      List<String> problems = new ArrayList<>();
      for (JsonNode producer : report.path("producers")) {
        if (producer.hasNonNull("problem")) {
          problems.add(
              producer.path("producer").asText() + ": " + producer.path("problem").asText());
        }
      }
      return new Reconciliation(report.path("gaps").asLong(), problems);
    }
  }

  static ServiceState of(String name, Answer health, Answer reconciliation, Instant now) {
    Messaging messaging = null;
    List<String> failing = new ArrayList<>();
    for (JsonNode check : health.body().path("checks")) {
      if (check.path("name").asText().equals("messaging")) {
        messaging = Messaging.of(check.path("data"), now);
      }
      if (!check.path("status").asText().equals("UP")) {
        failing.add(check.path("name").asText());
      }
    }
    return new ServiceState(
        name,
        health.status() != 0,
        health.ok() && health.body().path("status").asText().equals("UP"),
        failing,
        messaging,
        reconciliation.ok() ? Reconciliation.of(reconciliation.body()) : null);
  }
}
