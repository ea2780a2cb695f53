package health.sojourn.provider.leadinbox;

import health.sojourn.http.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the inbox can be narrowed to, each as a condition on {@code inbox_lead} and a moment. */
public enum InboxFilter {
  UNREAD("unread"),
  WAITING("status in ('OFFERED', 'VIEWED') and answer_by >= moment.now"),
  ACCEPTED("status = 'ACCEPTED'"),
  QUOTED("status = 'QUOTED'"),
  CHOSEN("status = 'CHOSEN' and outcome is null"),
  ENDED(
      """
      (status in ('DECLINED', 'EXPIRED', 'WITHDRAWN', 'LOST', 'CLOSED')
        or status = 'CHOSEN' and outcome is not null)""");

  private final String condition;

  InboxFilter(String condition) {
    this.condition = condition;
  }

  String condition() {
    return condition;
  }

  /**
   * @param sent as in the address bar; null or empty for all
   * @return null for all
   * @throws Problem 400 for another word
   */
  static InboxFilter of(String sent) {
    if (sent == null || sent.isEmpty()) {
      return null;
    }
    return Arrays.stream(values())
        .filter(it -> it.name().equals(sent))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.badRequest(
                    "invalid-parameter",
                    "Parameter “filter”: it must be one of "
                        + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "))
                        + "."));
  }
}
