package health.sojourn.e2e.soak;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import health.sojourn.e2e.soak.Findings.Said;
import health.sojourn.e2e.soak.History.Act;
import health.sojourn.e2e.soak.History.Call;
import health.sojourn.e2e.soak.History.Outcome;
import health.sojourn.e2e.soak.Violation.Promise;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What callers were told is so: done once, refused not at all, unknown at most once. */
final class AnswerCheck extends Check {
  private static final Map<Act, String> SAID_AS =
      Map.of(Act.ACCEPT_LEAD, "lead-accepted", Act.DECLINE_LEAD, "lead-declined");

  private final List<Call> calls;
  private final Findings found;

  AnswerCheck(List<Call> calls, Findings found) {
    this.calls = calls;
    this.found = found;
  }

  @Override
  void look() {
    bySubject(Set.of(Act.SEND_INQUIRY)).forEach(this::inquiry);
    Map<String, List<String>> answers =
        found.said().stream()
            .filter(event -> SAID_AS.containsValue(event.type()))
            .collect(groupingBy(Said::key, mapping(Said::type, toList())));
    bySubject(SAID_AS.keySet())
        .forEach((lead, tries) -> lead(lead, tries, answers.getOrDefault(lead, List.of())));
  }

  private Map<String, List<Call>> bySubject(Set<Act> acts) {
    return calls.stream()
        .filter(call -> acts.contains(call.act()))
        .collect(groupingBy(Call::subject, TreeMap::new, toList()));
  }

  private void inquiry(String address, List<Call> tries) {
    List<String> there = found.inquiriesOf().getOrDefault(address, List.of());
    Set<String> promised = tries.stream().map(Call::id).filter(Objects::nonNull).collect(toSet());
    for (String id : promised) {
      if (!there.contains(id)) {
        broken(Promise.NOTHING_LOST, "%s was told of inquiry %s and has %s", address, id, there);
      }
    }
    if (there.size() > 1 || promised.size() > 1) {
      broken(
          Promise.NOTHING_DOUBLED,
          "%s asked once, was told of %s and has %s",
          address,
          promised,
          there);
    }
    if (!there.isEmpty() && allRefused(tries)) {
      broken(Promise.REFUSED_IS_REFUSED, "%s was refused and has %s", address, there);
    }
  }

  /**
   * @param there what the clinic's side said of it to the others
   */
  private void lead(String lead, List<Call> tries, List<String> there) {
    for (Call call : tries) {
      if (call.outcome() == Outcome.DONE && !there.contains(SAID_AS.get(call.act()))) {
        broken(Promise.NOTHING_LOST, "%s of lead %s; said was %s", call.act(), lead, there);
      }
    }
    if (there.size() > 1) {
      broken(Promise.NOTHING_DOUBLED, "Lead %s was answered by %s", lead, there);
    }
    if (!there.isEmpty() && allRefused(tries)) {
      broken(Promise.REFUSED_IS_REFUSED, "Lead %s was answered by %s", lead, there);
    }
  }

  private static boolean allRefused(List<Call> tries) {
    return tries.stream().allMatch(call -> call.outcome() == Outcome.REFUSED);
  }
}
