package health.sojourn.content.publishing;

import health.sojourn.content.ContentConfig;
import health.sojourn.content.article.Articles;
import health.sojourn.content.article.NotPublishable;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

/** Publishes the articles that come with the service when it starts. */
@ApplicationScoped
class ArticleLoader {
  private final ContentConfig config;
  private final Articles articles;
  private final Publisher publisher;

  ArticleLoader(ContentConfig config, Articles articles, Publisher publisher) {
    this.config = config;
    this.articles = articles;
    this.publisher = publisher;
  }

  @ActivateRequestContext
  void load(@Observes StartupEvent started) {
    config.articles().forEach(this::load);
  }

  /** What the gate refuses is not published; what was in force before stays so. */
  private void load(String address) {
    ArticleFiles.Loaded file = ArticleFiles.load(address);
    if (articles.holds(file.hash())) {
      return;
    }
    try {
      publisher
          .publish(file.text(), file.hash())
          .ifPresent(next -> Log.infof("%s is now version %d", address, next.version()));
    } catch (NotPublishable e) {
      e.objections().forEach(each -> Log.errorf("%s not published: %s", address, each));
    }
  }
}
