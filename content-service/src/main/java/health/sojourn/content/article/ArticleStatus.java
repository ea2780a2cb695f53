package health.sojourn.content.article;

import health.sojourn.content.article.ArticleEvent.ArticlePublished;
import health.sojourn.content.article.ArticleEvent.ArticleReturned;
import health.sojourn.content.article.ArticleEvent.ArticleScheduled;
import health.sojourn.content.article.ArticleEvent.ArticleSubmitted;
import health.sojourn.content.article.ArticleEvent.ArticleSuperseded;
import health.sojourn.content.article.ArticleEvent.ArticleWithdrawn;
import java.util.EnumMap;
import java.util.Map;

/** The life of a version; each edge names the event it emits, anything else is refused. */
public enum ArticleStatus {
  DRAFT,
  IN_REVIEW,
  SCHEDULED,
  PUBLISHED,
  SUPERSEDED,
  WITHDRAWN;

  private static final Map<ArticleStatus, Map<ArticleStatus, Class<? extends ArticleEvent>>> EDGES =
      new EnumMap<>(
          Map.of(
              DRAFT, Map.of(IN_REVIEW, ArticleSubmitted.class),
              IN_REVIEW,
                  Map.of(
                      DRAFT, ArticleReturned.class,
                      SCHEDULED, ArticleScheduled.class,
                      PUBLISHED, ArticlePublished.class),
              SCHEDULED, Map.of(DRAFT, ArticleReturned.class, PUBLISHED, ArticlePublished.class),
              PUBLISHED,
                  Map.of(SUPERSEDED, ArticleSuperseded.class, WITHDRAWN, ArticleWithdrawn.class),
              SUPERSEDED, Map.of(),
              WITHDRAWN, Map.of()));

  /** The event of that edge, or null where there is none. */
  public Class<? extends ArticleEvent> eventTo(ArticleStatus next) {
    return EDGES.get(this).get(next);
  }

  /** Whether anyone may read it: the version in force and those it took over from. */
  public boolean isReadable() {
    return this == PUBLISHED || this == SUPERSEDED;
  }
}
