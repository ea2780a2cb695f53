package health.sojourn.web;

import health.sojourn.http.Language;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Who reads the page that is being made, for Java code; templates know it by themselves. English
 * where nobody asked, such as in a task: a mail says its language itself, by {@code
 * TemplateInstance.setLocale} and {@link #messages(Class, Language)}.
 */
@Singleton
public class Reader {
  private final CurrentVertxRequest current;

  Reader(CurrentVertxRequest current) {
    this.current = current;
  }

  public Language language() {
    return request().map(Language::of).orElse(Language.ENGLISH);
  }

  public Locale locale() {
    return language().locale();
  }

  /** A bundle in the reader's language. Injected, a bundle would always be English. */
  public <T> T messages(Class<T> bundle) {
    return messages(bundle, language());
  }

  public static <T> T messages(Class<T> bundle, Language language) {
    return language == Language.ENGLISH
        ? MessageBundles.get(bundle)
        : MessageBundles.get(bundle, Localized.Literal.of(language.tag()));
  }

  /**
   * The answer to a form that is to be sent again, which knows where the form is: there its
   * language can be changed. The browser names that page only the first time.
   *
   * @param form a local address that can be read
   */
  public static TemplateInstance at(URI form, TemplateInstance page) {
    return page.setAttribute(
        PageLanguage.ADDRESS, new PageAddress(form.getRawPath(), form.getRawQuery()));
  }

  /** The request a page is made for, if there is one. */
  Optional<RoutingContext> request() {
    return Arc.container().requestContext().isActive()
        ? Optional.ofNullable(current.getCurrent())
        : Optional.empty();
  }
}
