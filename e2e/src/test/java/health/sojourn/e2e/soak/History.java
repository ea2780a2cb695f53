package health.sojourn.e2e.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Everything that was asked of the platform and what it answered; only ever appended to. */
final class History implements AutoCloseable {
  enum Act {
    SEND_INQUIRY,
    VIEW_LEAD,
    ACCEPT_LEAD,
    DECLINE_LEAD
  }

  enum Outcome {
    DONE,
    REFUSED,
    /** It may have happened or not: no answer came, or one that says nothing about it. */
    UNKNOWN
  }

  /**
   * One call.
   *
   * @param subject whom it is about: the patient's address, or the lead's id
   * @param key the idempotency key; null without one
   * @param status of the answer; 0 if none came
   * @param id what a 201 says it has made; else null
   */
  record Call(Instant at, Act act, String subject, String key, int status, String id) {
    Outcome outcome() {
      // 409 to an inquiry: the first try under the key still runs.
      if (status == 0 || status >= 500 || status == 409 && act == Act.SEND_INQUIRY) {
        return Outcome.UNKNOWN;
      }
      return status < 300 ? Outcome.DONE : Outcome.REFUSED;
    }

    private String line() {
      return String.join("\t", "" + at, "" + act, subject, "" + key, "" + status, "" + id) + "\n";
    }
  }

  private final List<Call> calls = new ArrayList<>();
  private final Writer file;

  /**
   * @param file where the calls can be read after a failure
   */
  History(Path file) {
    try {
      Files.createDirectories(file.getParent());
      this.file = Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized Call add(Act act, String subject, String key, Caller.Answer answer) {
    String id = answer.status() == 201 ? answer.body().path("id").asText() : null;
    Call call = new Call(Instant.now(), act, subject, key, answer.status(), id);
    calls.add(call);
    try {
      file.write(call.line());
      file.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return call;
  }

  synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
