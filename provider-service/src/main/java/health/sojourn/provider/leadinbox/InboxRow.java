package health.sojourn.provider.leadinbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A lead as a line of the inbox.
 *
 * @param answerable whether the clinic may still say yes or no
 * @param quoteEnds when the quote in force is no longer valid; null where there is none
 * @param ticked in a form that came back
 */
record InboxRow(LeadView lead, boolean answerable, Instant quoteEnds, boolean ticked) {

  static InboxRow of(InboxLead lead, ZoneId zone, Instant now, boolean ticked) {
    LocalDate last = lead.status() == InboxStatus.QUOTED ? lead.quoteValidUntil() : null;
    return new InboxRow(
        LeadView.of(lead),
        lead.canBeAnsweredAt(now),
        last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant(),
        ticked);
  }
}
