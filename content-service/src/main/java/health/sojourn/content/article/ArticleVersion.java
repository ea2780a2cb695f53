package health.sojourn.content.article;

import health.sojourn.content.article.ArticleEvent.ArticlePublished;
import health.sojourn.content.article.ArticleEvent.ArticleReturned;
import health.sojourn.content.article.ArticleEvent.ArticleScheduled;
import health.sojourn.content.article.ArticleEvent.ArticleSubmitted;
import health.sojourn.content.article.ArticleEvent.ArticleSuperseded;
import health.sojourn.content.article.ArticleEvent.ArticleWithdrawn;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/**
 * One version of an article. Its text never changes: another text is the next version. At most one
 * version of an article in a language is published; the database holds that too. A version is
 * published only when the gate has no objection, and one that was superseded stays readable.
 *
 * <p>A verb that the state does not allow throws {@link IllegalStateException}.
 */
@Entity
@Table(name = "article_version")
public class ArticleVersion {
  @Id private UUID id;
  private String slug;
  private String language;
  private String therapy;
  private int version;

  @Enumerated(EnumType.STRING)
  private ArticleStatus status;

  @Convert(converter = StoredText.class)
  @Column(name = "content", columnDefinition = "jsonb")
  @ColumnTransformer(write = "?::jsonb")
  private ArticleText text;

  private String contentHash;
  private Instant createdAt;
  private Instant scheduledFor;
  private Instant publishedAt;
  private Instant endedAt;
  private String endedReason;
  @Version private int revision;

  protected ArticleVersion() {}

  /**
   * @param version one more than the newest of that article and language
   * @param contentHash tells this text from every other one
   */
  public static ArticleVersion draft(
      UUID id, ArticleText text, String contentHash, int version, Instant now) {
    ArticleVersion draft = new ArticleVersion();
    draft.id = id;
    draft.slug = text.slug();
    draft.language = text.language();
    draft.therapy = text.therapy();
    draft.version = version;
    draft.status = ArticleStatus.DRAFT;
    draft.text = text;
    draft.contentHash = contentHash;
    draft.createdAt = now;
    return draft;
  }

  public ArticleEvent submit(Instant now) {
    return move(ArticleStatus.IN_REVIEW, new ArticleSubmitted(id, now));
  }

  public ArticleEvent returnToDraft(Instant now) {
    ArticleEvent event = move(ArticleStatus.DRAFT, new ArticleReturned(id, now));
    scheduledFor = null;
    return event;
  }

  public ArticleEvent schedule(List<Objection> gate, Instant at, Instant now) {
    pass(gate);
    ArticleEvent event = move(ArticleStatus.SCHEDULED, new ArticleScheduled(id, now, at));
    scheduledFor = at;
    return event;
  }

  /**
   * @param gate what the publishing gate objects to, today
   * @throws NotPublishable if there is anything
   */
  public ArticleEvent publish(List<Objection> gate, Instant now) {
    pass(gate);
    ArticleEvent event = move(ArticleStatus.PUBLISHED, new ArticlePublished(id, now));
    publishedAt = now;
    return event;
  }

  public ArticleEvent supersededBy(ArticleVersion next, Instant now) {
    ArticleEvent event =
        move(ArticleStatus.SUPERSEDED, new ArticleSuperseded(id, now, next.version));
    endedAt = now;
    return event;
  }

  public ArticleEvent withdraw(String reason, Instant now) {
    ArticleEvent event = move(ArticleStatus.WITHDRAWN, new ArticleWithdrawn(id, now, reason));
    endedAt = now;
    endedReason = reason;
    return event;
  }

  private static void pass(List<Objection> gate) {
    if (!gate.isEmpty()) {
      throw new NotPublishable(gate);
    }
  }

  private ArticleEvent move(ArticleStatus next, ArticleEvent event) {
    if (status.eventTo(next) != event.getClass()) {
      throw new IllegalStateException("A version that is " + status + " cannot become " + next);
    }
    status = next;
    return event;
  }

  public UUID id() {
    return id;
  }

  public String slug() {
    return slug;
  }

  public String language() {
    return language;
  }

  public String therapy() {
    return therapy;
  }

  public int version() {
    return version;
  }

  public ArticleStatus status() {
    return status;
  }

  public ArticleText text() {
    return text;
  }

  public String contentHash() {
    return contentHash;
  }

  public Instant scheduledFor() {
    return scheduledFor;
  }

  public Instant publishedAt() {
    return publishedAt;
  }

  /** When it was superseded or withdrawn; null before. */
  public Instant endedAt() {
    return endedAt;
  }

  public String endedReason() {
    return endedReason;
  }
}
