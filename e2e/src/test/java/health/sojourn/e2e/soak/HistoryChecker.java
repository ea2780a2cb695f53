package health.sojourn.e2e.soak;

import health.sojourn.e2e.soak.History.Call;
import java.util.List;
import java.util.stream.Stream;

/** Compares what was answered with what is there, and names each promise that was not kept. */
final class HistoryChecker {
  private HistoryChecker() {}

  static List<Violation> check(List<Call> calls, Findings found) {
    return Stream.of(
            new AnswerCheck(calls, found),
            new TopicCheck(found),
            new ConsumerCheck(found),
            new StepCheck(found),
            new MailCheck(found))
        .flatMap(check -> check.violations().stream())
        .toList();
  }
}
