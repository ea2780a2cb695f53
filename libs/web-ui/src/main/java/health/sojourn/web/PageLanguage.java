package health.sojourn.web;

import health.sojourn.http.Language;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Gives every template that is rendered for a request the language of its reader and the address of
 * the page, so that nobody passes them by hand. What is set on the instance itself wins.
 */
@Singleton
class PageLanguage {
  /** The {@link PageAddress} as an attribute of a template instance. */
  static final String ADDRESS = "address";

  private final Reader reader;

  PageLanguage(Reader reader) {
    this.reader = reader;
  }

  void prepare(@Observes EngineBuilder engine) {
    engine.addTemplateInstanceInitializer(
        page -> reader.request().ifPresent(request -> tell(page, request)));
  }

  static TemplateInstance tell(TemplateInstance page, RoutingContext request) {
    return page.setLocale(Language.of(request).locale())
        .setAttribute(ADDRESS, PageAddress.of(request));
  }
}
