package health.sojourn.content.publishing;

import health.sojourn.content.article.ArticleEvent;
import health.sojourn.content.article.ArticleText;
import health.sojourn.content.article.ArticleVersion;
import health.sojourn.content.article.Articles;
import health.sojourn.content.article.NotPublishable;
import health.sojourn.content.article.Objection;
import health.sojourn.defaults.Ids;
import health.sojourn.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Brings versions before their readers, and says so to the other services in one transaction. */
@ApplicationScoped
public class Publisher {
  private final Articles articles;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  Publisher(Articles articles, Outbox outbox, Ids ids, Clock clock) {
    this.articles = articles;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Makes a text the version in force, unless that text was a version before: then nothing happens,
   * so that an old replica that starts again does not bring back what a new one replaced.
   *
   * @return the new version, or empty if there was nothing to do
   * @throws NotPublishable with everything the gate objects to; nothing is stored then
   */
  @Transactional
  public Optional<ArticleVersion> publish(ArticleText text, String contentHash) {
    oneAtATime(text);
    if (articles.holds(contentHash)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    List<Objection> gate = PublishingGate.objections(text, LocalDate.now(clock));
    int number =
        articles.newest(text.slug(), text.language()).map(ArticleVersion::version).orElse(0) + 1;
    ArticleVersion next = ArticleVersion.draft(ids.next(), text, contentHash, number, now);
    articles.persist(next);
    announce(next.submit(now), next);
    articles
        .published(text.slug(), text.language())
        .filter(old -> old != next)
        .ifPresent(old -> announce(old.supersededBy(next, now), old));
    // The old one leaves before the new one comes: the database allows one in force.
    articles.flush();
    announce(next.publish(gate, now), next);
    return Optional.of(next);
  }

  /** Takes the version in force away from its readers; its address then says why. */
  @Transactional
  public void withdraw(ArticleVersion article, String reason) {
    ArticleVersion current = articles.findById(article.id());
    announce(current.withdraw(reason, clock.instant()), current);
  }

  private void announce(ArticleEvent event, ArticleVersion article) {
    switch (event.type()) {
      case PUBLISHED ->
          outbox.append(ArticleChanged.CONTRACT, article.slug(), ArticleChanged.of(article));
      case WITHDRAWN -> outbox.appendTombstone(ArticleChanged.CONTRACT, article.slug());
      // A new version in force says all that others need to know about the one before.
      case SUBMITTED, RETURNED, SCHEDULED, SUPERSEDED -> {}
    }
  }

  private void oneAtATime(ArticleText text) {
    articles
        .getEntityManager()
        .createNativeQuery("select pg_advisory_xact_lock(hashtext(:article))")
        .setParameter("article", text.slug() + "/" + text.language())
        .getSingleResult();
  }
}
