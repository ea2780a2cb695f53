package health.sojourn.gateway.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where somebody goes after the sign-in: a path of ours and nothing a browser could read otherwise.
 */
public final class ReturnPath {
  /** A slash, then no second one and no backslash; printable ASCII without the backslash. */
  private static final Pattern LOCAL = Pattern.compile("/(?:[!-\\[\\]-~&&[^/]][!-\\[\\]-~]*)?");

  private static final int LONGEST = 2000;

  private ReturnPath() {}

  /** The path with its query, if it is one of ours. */
  public static Optional<String> local(String path) {
    if (path == null || path.length() > LONGEST || !LOCAL.matcher(path).matches()) {
      return Optional.empty();
    }
    if (path.equals("/signin") || path.startsWith("/signin?") || path.startsWith("/signin/")) {
      return Optional.empty();
    }
    return isPathOnly(path) ? Optional.of(path) : Optional.empty();
  }

  /** The local part of a page's whole address, as htmx sends it. */
  public static Optional<String> ofPage(String url) {
    try {
      URI page = url == null ? null : new URI(url);
      if (page == null || page.getRawPath() == null) {
        return Optional.empty();
      }
      String query = page.getRawQuery();
      return local(page.getRawPath() + (query == null ? "" : "?" + query));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The address of the sign-in that comes back to this path. */
  public static String signIn(String path) {
    return local(path)
        .map(target -> "/signin?return=" + URLEncoder.encode(target, StandardCharsets.UTF_8))
        .orElse("/signin");
  }

  private static boolean isPathOnly(String path) {
    try {
      URI uri = new URI(path);
      return uri.getScheme() == null && uri.getRawAuthority() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
