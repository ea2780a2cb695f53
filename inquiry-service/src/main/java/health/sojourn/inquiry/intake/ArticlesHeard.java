package health.sojourn.inquiry.intake;

import health.sojourn.messaging.Contract;
import health.sojourn.messaging.Envelope;
import health.sojourn.messaging.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps up with which article explains which therapy, in its English original. */
@ApplicationScoped
class ArticlesHeard implements EventHandler<ArticlePublished> {
  private final Therapies therapies;

  ArticlesHeard(Therapies therapies) {
    this.therapies = therapies;
  }

  @Override
  public Contract contract() {
    return Contract.stateV1("content.articles", "content", "article-changed");
  }

  @Override
  public Class<ArticlePublished> payload() {
    return ArticlePublished.class;
  }

  @Override
  public void handle(ArticlePublished article, Envelope envelope) {
    if (article.therapy() != null && "en".equals(article.language())) {
      therapies.explainedBy(article);
    }
  }
}
