package health.sojourn.provider.leadinbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/** Where a page of the inbox ended. */
public record InboxPosition(Instant offeredAt, UUID id) {
  static final InboxPosition START =
      new InboxPosition(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

  public InboxPosition {
    requireNonNull(offeredAt);
    requireNonNull(id);
  }

  static InboxPosition of(InboxLead lead) {
    return new InboxPosition(lead.offeredAt(), lead.id());
  }
}
