package health.sojourn.e2e.soak;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import health.sojourn.e2e.soak.Findings.Inquiry;
import health.sojourn.e2e.soak.Findings.OnTopic;
import health.sojourn.e2e.soak.Findings.Received;
import health.sojourn.e2e.soak.Findings.Said;
import health.sojourn.e2e.soak.Findings.Sent;
import health.sojourn.e2e.soak.History.Act;
import health.sojourn.e2e.soak.History.Call;
import health.sojourn.e2e.soak.History.Outcome;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a soak was about, in numbers: a run in which little happened proves little. */
final class Counts {
  private final Map<String, Object> lines = new LinkedHashMap<>();

  void add(String what, Object number) {
    lines.put(what, number);
  }

  void calls(List<Call> calls, Findings found) {
    for (Act act : Act.values()) {
      List<Call> some = calls.stream().filter(call -> call.act() == act).toList();
      add(act + " calls by status, 0 is no answer", by(some, Call::status));
    }
    Map<String, List<Call>> people =
        calls.stream()
            .filter(call -> call.act() == Act.SEND_INQUIRY)
            .collect(groupingBy(Call::subject));
    add("people who sent an inquiry", people.size());
    add("told 201, there once", there(people, Outcome.DONE, found));
    add("never told, there or not", there(people, Outcome.UNKNOWN, found));
    add("refused, not there", there(people, Outcome.REFUSED, found));
    add("told 201 more than once", people.values().stream().filter(Counts::again).count());
  }

  void found(Findings found) {
    add("inquiries by state", by(found.inquiries(), Inquiry::status));
    add("events said by type", by(found.said(), Said::type));
    add("events said by topic", by(found.said(), Said::topic));
    add("records by topic", by(found.onTopics(), OnTopic::topic));
    add("sent to the broker again", repeats(found.onTopics(), OnTopic::event));
    add("events applied by consumer", by(found.received(), Received::consumer));
    add("mails", found.mails().size());
    add("mails sent again under their Message-ID", repeats(found.mails(), Sent::messageId));
    add("dead letters", found.deadLetters().size());
  }

  String table() {
    return lines.entrySet().stream()
        .map(line -> "%-42s %s".formatted(line.getKey(), line.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static boolean again(List<Call> tries) {
    return tries.stream().filter(call -> call.outcome() == Outcome.DONE).count() > 1;
  }

  /** People whose best answer was this, by how many inquiries they have. */
  private static Map<Integer, Long> there(
      Map<String, List<Call>> people, Outcome best, Findings found) {
    return people.entrySet().stream()
        .filter(person -> best(person.getValue()) == best)
        .map(person -> found.inquiriesOf().getOrDefault(person.getKey(), List.of()).size())
        .collect(groupingBy(Function.identity(), TreeMap::new, counting()));
  }

  private static Outcome best(List<Call> tries) {
    Set<Outcome> all = tries.stream().map(Call::outcome).collect(Collectors.toSet());
    return all.contains(Outcome.DONE)
        ? Outcome.DONE
        : all.contains(Outcome.UNKNOWN) ? Outcome.UNKNOWN : Outcome.REFUSED;
  }

  private static <T, K> Map<K, Long> by(Collection<T> all, Function<T, K> what) {
    return all.stream().collect(groupingBy(what, TreeMap::new, counting()));
  }

  private static <T, K> long repeats(Collection<T> all, Function<T, K> id) {
    return all.size() - all.stream().map(id).distinct().count();
  }
}
