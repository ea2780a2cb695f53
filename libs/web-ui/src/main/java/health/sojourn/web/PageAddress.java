package health.sojourn.web;

import health.sojourn.http.Language;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a page can be read again, as a local path.
 *
 * @param query raw, or null
 */
record PageAddress(String path, String query) {
  private static final PageAddress FRONT = new PageAddress("/", null);
  private static final String KEY = PageAddress.class.getName();

  /** Found once in a request, however many templates it takes. */
  static PageAddress of(RoutingContext context) {
    PageAddress known = context.get(KEY);
    if (known == null) {
      known = of(context.request());
      context.put(KEY, known);
    }
    return known;
  }

  /** The answer to a form has no address of its own: there it is the page with the form. */
  private static PageAddress of(HttpServerRequest request) {
    return request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD
        ? local(request.path(), request.query())
        : from(request.getHeader(HttpHeaders.REFERER));
  }

  /** Its query stays, but for the language. */
  String in(Language language) {
    Stream<String> kept =
        query == null ? Stream.empty() : Arrays.stream(query.split("&")).filter(PageAddress::stays);
    return path
        + Stream.concat(kept, Stream.of(Language.PARAMETER + "=" + language.tag()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static boolean stays(String pair) {
    return !pair.isEmpty() && !pair.startsWith(Language.PARAMETER + "=");
  }

  private static PageAddress from(String referer) {
    try {
      URI page = referer == null ? null : new URI(referer);
      return page == null ? FRONT : local(page.getRawPath(), page.getRawQuery());
    } catch (URISyntaxException e) {
      return FRONT;
    }
  }

  /** Never a path that a browser could take for another site. */
  private static PageAddress local(String path, String query) {
    boolean safe = path != null && path.startsWith("/") && !path.matches("/[/\\\\].*");
    return safe ? new PageAddress(path, query) : FRONT;
  }
}
