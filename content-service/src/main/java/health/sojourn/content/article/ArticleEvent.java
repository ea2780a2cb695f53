package health.sojourn.content.article;

import java.time.Instant;
import java.util.UUID;

/** What happened to a version of an article. */
public sealed interface ArticleEvent {

  UUID versionId();

  Instant at();

  EventType type();

  enum EventType {
    SUBMITTED,
    RETURNED,
    SCHEDULED,
    PUBLISHED,
    SUPERSEDED,
    WITHDRAWN
  }

  record ArticleSubmitted(UUID versionId, Instant at) implements ArticleEvent {
    @Override
    public EventType type() {
      return EventType.SUBMITTED;
    }
  }

  record ArticleReturned(UUID versionId, Instant at) implements ArticleEvent {
    @Override
    public EventType type() {
      return EventType.RETURNED;
    }
  }

  record ArticleScheduled(UUID versionId, Instant at, Instant scheduledFor)
      implements ArticleEvent {
    @Override
    public EventType type() {
      return EventType.SCHEDULED;
    }
  }

  record ArticlePublished(UUID versionId, Instant at) implements ArticleEvent {
    @Override
    public EventType type() {
      return EventType.PUBLISHED;
    }
  }

  record ArticleSuperseded(UUID versionId, Instant at, int by) implements ArticleEvent {
    @Override
    public EventType type() {
      return EventType.SUPERSEDED;
    }
  }

  record ArticleWithdrawn(UUID versionId, Instant at, String reason) implements ArticleEvent {
    @Override
    public EventType type() {
      return EventType.WITHDRAWN;
    }
  }
}
