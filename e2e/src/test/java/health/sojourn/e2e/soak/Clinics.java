package health.sojourn.e2e.soak;

import com.fasterxml.jackson.databind.JsonNode;
import health.sojourn.e2e.soak.Caller.Answer;
import health.sojourn.e2e.soak.History.Act;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Coordinators of the demo clinics: each time one of them looks into the inbox and answers some.
 */
final class Clinics implements Load.Someone {
  private static final List<String> COORDINATORS =
      List.of(
          "demo-clinic",
          "demo-clinic-medellin",
          "demo-clinic-tijuana",
          "demo-clinic-cancun",
          "demo-clinic-istanbul",
          "demo-clinic-antalya",
          "demo-clinic-bangkok",
          "demo-clinic-phuket",
          "demo-clinic-seoul",
          "demo-clinic-tokyo",
          "demo-clinic-panama",
          "demo-clinic-berlin",
          "demo-clinic-munich");
  private static final String DECLINE = "{\"reason\":\"OUTSIDE_CRITERIA\"}";
  private static final int AT_ONE_TIME = 4;

  private final SplittableRandom random;
  private final Caller caller;
  private final History history;

  Clinics(SplittableRandom random, Caller caller, History history) {
    this.random = random;
    this.caller = caller;
    this.history = history;
  }

  @Override
  public int pause() {
    return random.nextInt(100, 700);
  }

  @Override
  public void act() throws InterruptedException {
    String user = COORDINATORS.get(random.nextInt(COORDINATORS.size()));
    Answer inbox = caller.getAs(user, "/api/v1/clinic-leads?limit=50");
    int answered = 0;
    for (JsonNode lead : inbox.body().path("items")) {
      boolean waits = List.of("OFFERED", "VIEWED").contains(lead.path("status").asText());
      if (waits && answered < AT_ONE_TIME) {
        handle(user, lead.path("id").asText());
        answered++;
      }
    }
  }

  private void handle(String user, String lead) throws InterruptedException {
    int mood = random.nextInt(100);
    if (mood < 40) {
      history.add(Act.VIEW_LEAD, lead, null, caller.getAs(user, "/api/v1/clinic-leads/" + lead));
    }
    if (mood < 75) {
      answer(user, lead, mood % 10 < 7 ? Act.ACCEPT_LEAD : Act.DECLINE_LEAD);
    }
  }

  /** Sometimes twice, sometimes with a change of mind. */
  private void answer(String user, String lead, Act act) throws InterruptedException {
    say(user, lead, act);
    int second = random.nextInt(100);
    if (second < 20) {
      say(user, lead, act);
    } else if (second < 25) {
      say(user, lead, act == Act.ACCEPT_LEAD ? Act.DECLINE_LEAD : Act.ACCEPT_LEAD);
    }
  }

  private void say(String user, String lead, Act act) throws InterruptedException {
    String path = "/api/v1/clinic-leads/" + lead;
    Answer answer =
        act == Act.ACCEPT_LEAD
            ? caller.postAs(user, path + "/acceptance", "")
            : caller.postAs(user, path + "/decline", DECLINE);
    history.add(act, lead, null, answer);
  }
}
