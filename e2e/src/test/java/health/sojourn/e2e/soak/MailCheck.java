package health.sojourn.e2e.soak;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import health.sojourn.e2e.soak.Findings.Said;
import health.sojourn.e2e.soak.Findings.Sent;
import health.sojourn.e2e.soak.Violation.Promise;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each mail left at least once, and again only under the name it had. */
final class MailCheck extends Check {
  /** Each is followed by a mail to the patient. */
  private static final Set<String> TOLD_TO_PATIENTS =
      Set.of("inquiry-received", "inquiry-routed", "inquiry-unplaced", "inquiry-accepted");

  private final Findings found;

  MailCheck(Findings found) {
    this.found = found;
  }

  @Override
  void look() {
    patients();
    clinics();
  }

  /**
   * Each kind has a subject of its own, so a patient has as many Message-IDs under the subjects as
   * there were events of the kinds.
   */
  private void patients() {
    Map<String, Map<String, Long>> reasons =
        found.said().stream()
            .filter(event -> TOLD_TO_PATIENTS.contains(event.type()))
            .collect(groupingBy(Said::key, groupingBy(Said::type, counting())));
    Map<String, Map<String, Set<String>>> sent =
        found.mails().stream()
            .collect(
                groupingBy(Sent::to, groupingBy(Sent::subject, mapping(Sent::messageId, toSet()))));
    found
        .inquiriesOf()
        .forEach(
            (address, inquiries) ->
                inquiries.forEach(
                    inquiry ->
                        compare(
                            address,
                            sorted(reasons.getOrDefault(inquiry, Map.of()).values()),
                            sorted(
                                sent.getOrDefault(address, Map.of()).values().stream()
                                    .map(ids -> (long) ids.size())
                                    .toList()))));
  }

  private static List<Long> sorted(Collection<Long> numbers) {
    return numbers.stream().sorted().toList();
  }

  private void compare(String address, List<Long> due, List<Long> sent) {
    if (sum(sent) < sum(due)) {
      broken(Promise.MAIL_SENT, "%s should have %s mails by kind, not %s", address, due, sent);
    } else if (!sent.equals(due)) {
      broken(
          Promise.MAIL_KEEPS_ITS_ID, "%s should have %s names by kind, not %s", address, due, sent);
    }
  }

  private static long sum(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).sum();
  }

  /** A clinic's mail is named after the lead it is about, unless it is about facts that end. */
  private void clinics() {
    Set<String> due =
        found.said().stream()
            .filter(event -> event.type().equals("lead-offered"))
            .map(event -> "<lead-%s@sojourn>".formatted(event.key()))
            .collect(toSet());
    Set<String> sent = new HashSet<>();
    for (Sent mail : found.mails()) {
      sent.add(mail.messageId());
      if (mail.to().startsWith("leads@")
          && !mail.messageId().startsWith("<expiry-")
          && !due.contains(mail.messageId())) {
        broken(Promise.MAIL_KEEPS_ITS_ID, "No lead has the name of %s", mail);
      }
    }
    due.stream()
        .filter(id -> !sent.contains(id))
        .forEach(id -> broken(Promise.MAIL_SENT, "No clinic has %s", id));
  }
}
