package health.sojourn.provider.leadinbox;

/** How many of a clinic's leads each filter finds. */
public record InboxCounts(
    long unread, long waiting, long accepted, long quoted, long chosen, long ended) {

  public long of(InboxFilter filter) {
    return switch (filter) {
      case UNREAD -> unread;
      case WAITING -> waiting;
      case ACCEPTED -> accepted;
      case QUOTED -> quoted;
      case CHOSEN -> chosen;
      case ENDED -> ended;
    };
  }
}
