package health.sojourn.e2e;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;

/** Somebody's browser: keeps cookies, follows redirects, sends forms; runs no scripts. */
final class Browser {
  private final String platform;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new Cookies())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Browser() {
    this(Sojourn.url());
  }

  /**
   * @param platform the public address of one that is not shared
   */
  Browser(String platform) {
    this.platform = platform;
  }

  /** A browser in which this demo user has signed in with Keycloak's own form. */
  static Browser signedIn(String user, String firstPath) {
    Browser browser = new Browser();
    browser.signIn(user, firstPath);
    return browser;
  }

  Page signIn(String user, String firstPath) {
    Page arrived =
        open(firstPath)
            .form("login-actions/authenticate")
            .with("username", user)
            .with("password", "sojourn-demo")
            .submit();
    if (arrived.status() != 200) {
      throw new AssertionError("Signing in led to " + arrived);
    }
    return arrived;
  }

  /** A path of the platform's or a whole address. */
  Page open(String address) {
    return send(request(address).GET());
  }

  Page submit(String address, Collection<KeyVal> fields) {
    String body =
        fields.stream()
            .map(field -> encode(field.key()) + "=" + encode(field.value()))
            .collect(Collectors.joining("&"));
    return send(
        request(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", platform)
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(platform).resolve(address))
        .timeout(Duration.ofSeconds(30))
        .header("Accept", "text/html,application/xhtml+xml")
        .header("Accept-Language", "en")
        .header("Sec-Fetch-Mode", "navigate")
        .header("Sec-Fetch-Dest", "document");
  }

  private Page send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Page(
          this,
          response.uri(),
          response.statusCode(),
          Jsoup.parse(response.body(), response.uri().toString()));
    } catch (IOException e) {
      throw new AssertionError("The browser could not reach the platform", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  /** As browsers do, takes this machine for safe enough for cookies that ask for TLS. */
  private static final class Cookies extends CookieManager {
    Cookies() {
      super(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
      super.put(uri, headers);
      getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
