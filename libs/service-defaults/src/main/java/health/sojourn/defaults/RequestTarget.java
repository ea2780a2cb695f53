package health.sojourn.defaults;

import java.util.Optional;

/**
 * Finds request targets that two readers could understand differently. Routers, proxies and filters
 * disagree about encoded slashes, path parameters and dot segments, and each disagreement is a way
 * around a check; no address of ours needs them.
 */
final class RequestTarget {
  private RequestTarget() {}

  /**
   * @param uri the raw target from the request line, such as {@code /clinics?country=CO}
   * @return what is wrong with it, in words for the caller; empty if nothing is
   */
  static Optional<String> objection(String uri) {
    int question = uri.indexOf('?');
    String path = question < 0 ? uri : uri.substring(0, question);
    if (question >= 0 && uri.indexOf("%00", question) >= 0) {
      return Optional.of("The query holds a zero byte.");
    }
    if (path.equals("*")) {
      return Optional.empty();
    }
    if (!path.startsWith("/")) {
      return Optional.of("The path must begin with a slash.");
    }
    if (path.contains("//")) {
      return Optional.of("The path holds an empty segment (two slashes).");
    }
    return characters(path).or(() -> dotSegments(path));
  }

  private static Optional<String> characters(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c <= 0x20 || c >= 0x7f) {
        return Optional.of("The path holds a character that must be percent-encoded.");
      }
      if (c == ';' || c == '\\') {
        return Optional.of("The path holds “" + c + "”.");
      }
      if (c != '%') {
        continue;
      }
      int decoded = decode(path, i);
      if (decoded < 0x20 || decoded == 0x7f) {
        return Optional.of("The path holds a broken or a control character in percent-encoding.");
      }
      if ("/\\;%".indexOf(decoded) >= 0) {
        return Optional.of("The path holds “" + (char) decoded + "” in percent-encoding.");
      }
    }
    return Optional.empty();
  }

  /** The byte after a percent sign, or -1 if there is none. */
  private static int decode(String path, int percent) {
    if (percent + 2 >= path.length()) {
      return -1;
    }
    int high = Character.digit(path.charAt(percent + 1), 16);
    int low = Character.digit(path.charAt(percent + 2), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static Optional<String> dotSegments(String path) {
    for (String segment : path.split("/")) {
      String plain = segment.replace("%2e", ".").replace("%2E", ".");
      if (plain.equals(".") || plain.equals("..")) {
        return Optional.of("The path holds a dot segment.");
      }
    }
    return Optional.empty();
  }
}
