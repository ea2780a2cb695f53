package health.sojourn.e2e.soak;

import health.sojourn.e2e.NewInquiry;
import health.sojourn.e2e.soak.Caller.Answer;
import health.sojourn.e2e.soak.History.Act;
import health.sojourn.e2e.soak.History.Outcome;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * People who each send one inquiry. Most programs send a key and ask again until they know; some
 * give up, some ask once more although they know, and some have no key and ask once.
 */
final class Patients implements Load.Someone {
  private static final int PATIENCE = 12;

  private final long seed;
  private final int line;
  private final SplittableRandom random;
  private final Caller caller;
  private final History history;
  private int count;

  Patients(long seed, int line, SplittableRandom random, Caller caller, History history) {
    this.seed = seed;
    this.line = line;
    this.random = random;
    this.caller = caller;
    this.history = history;
  }

  @Override
  public int pause() {
    return random.nextInt(200, 1000);
  }

  @Override
  public void act() throws InterruptedException {
    int number = ++count * 10 + line;
    NewInquiry inquiry = NewInquiry.of(number, "soak-%d-%d@example.org".formatted(seed, number));
    String key = random.nextInt(10) < 8 ? "soak-%d-%d".formatted(seed, number) : null;
    int tries = key == null ? 1 : random.nextInt(10) < 8 ? PATIENCE : 1;
    boolean again = key != null && random.nextInt(10) < 2;
    Outcome outcome = send(inquiry, key);
    while (outcome == Outcome.UNKNOWN && --tries > 0) {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(200, 2000));
      outcome = send(inquiry, key);
    }
    if (again) {
      send(inquiry, key);
    }
  }

  private Outcome send(NewInquiry inquiry, String key) throws InterruptedException {
    Answer answer = caller.post("/api/v1/inquiries", inquiry.json(), key);
    return history.add(Act.SEND_INQUIRY, inquiry.email(), key, answer).outcome();
  }
}
