package health.sojourn.content.publishing;

import health.sojourn.content.article.NotPublishable;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Publishes the articles that come with the service when it starts. */
@ApplicationScoped
class ArticleLoader {

  @ConfigMapping(prefix = "sojourn.content")
  interface Config {
    /** Folders under {@code articles/}: {@code slug/language}. */
    @WithDefault("allogeneic-msc-knee/en")
    List<String> articles();
  }

  private final Config config;
  private final Publisher publisher;

  ArticleLoader(Config config, Publisher publisher) {
    this.config = config;
    this.publisher = publisher;
  }

  void load(@Observes StartupEvent started) {
    config.articles().forEach(this::load);
  }

  /** What the gate refuses is not published; what was in force before stays so. */
  private void load(String address) {
    ArticleFiles.Loaded file = ArticleFiles.load(address);
    try {
      publisher
          .publish(file.text(), file.hash())
          .ifPresent(next -> Log.infof("%s is now version %d", address, next.version()));
    } catch (NotPublishable e) {
      e.objections().forEach(each -> Log.errorf("%s not published: %s", address, each));
    }
  }
}
