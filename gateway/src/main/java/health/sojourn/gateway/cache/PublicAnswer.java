package health.sojourn.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service's answer that is the same for everybody who asks with the same headers, as RFC 9111
 * lets a shared cache keep it.
 *
 * @param varied the request's headers the answer depends on, in lower case, with their values
 * @param etag as sent, or null
 * @param kept when it was kept, in nanoseconds of {@link System#nanoTime}
 * @param age how old it was then, by its own word
 * @param fresh how long after that it is shown
 */
record PublicAnswer(
    Map<String, String> varied,
    List<Map.Entry<String, String>> headers,
    String etag,
    Buffer body,
    long kept,
    Duration age,
    Duration fresh) {

  /** What belongs to one connection or one request, and what the gateway does not tell anybody. */
  private static final List<String> NOT_KEPT =
      List.of(
          "age",
          "connection",
          "content-length",
          "date",
          "keep-alive",
          "server",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "x-powered-by",
          "x-request-id");

  /**
   * How long an answer may be shown to others, empty for one that may not be kept at all.
   *
   * @param longest longer than this none is kept, whatever it says
   */
  static Optional<Duration> lifetime(int status, MultiMap answer, Duration longest) {
    List<String> directives = list(answer, "Cache-Control");
    boolean forAll =
        status == 200
            && directives.contains("public")
            && directives.stream().noneMatch(d -> d.matches("(no-store|no-cache|private)(=.*)?"))
            && !answer.contains(HttpHeaders.SET_COOKIE)
            && !answer.contains(HttpHeaders.CONTENT_RANGE);
    List<String> vary = list(answer, "Vary");
    if (!forAll || vary.contains("*") || vary.contains("cookie")) {
      return Optional.empty();
    }
    return seconds(directives, "s-maxage")
        .or(() -> seconds(directives, "max-age"))
        .map(stated -> stated.minus(age(answer)))
        .map(left -> left.compareTo(longest) < 0 ? left : longest)
        .filter(left -> !left.isNegative() && !left.isZero());
  }

  /**
   * @param request the headers the service was asked with
   */
  static PublicAnswer of(
      MultiMap request, MultiMap answer, Buffer body, long now, Duration lifetime) {
    Map<String, String> varied = new TreeMap<>();
    list(answer, "Vary").forEach(name -> varied.put(name, value(request, name)));
    List<Map.Entry<String, String>> headers =
        answer.entries().stream()
            .filter(header -> !NOT_KEPT.contains(header.getKey().toLowerCase()))
            .map(header -> Map.entry(header.getKey(), header.getValue()))
            .toList();
    return new PublicAnswer(
        varied, headers, answer.get(HttpHeaders.ETAG), body, now, age(answer), lifetime);
  }

  boolean suits(MultiMap request) {
    return varied.entrySet().stream()
        .allMatch(header -> header.getValue().equals(value(request, header.getKey())));
  }

  boolean isFresh(long now) {
    return now - kept < fresh.toNanos();
  }

  /** Bytes it holds, roughly. */
  int weight() {
    return body.length() + 1024;
  }

  /** Sends it, or 304 to who has it. */
  void send(HttpMethod method, MultiMap request, HttpServerResponse response, long now) {
    headers.forEach(header -> response.headers().add(header.getKey(), header.getValue()));
    response.putHeader(HttpHeaders.AGE, Long.toString(age.plusNanos(now - kept).toSeconds()));
    if (isKnown(etag, request)) {
      response.headers().remove(HttpHeaders.CONTENT_TYPE);
      response.setStatusCode(304).end();
    } else if (method == HttpMethod.HEAD) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length())).end();
    } else {
      response.end(body);
    }
  }

  /** Whether the caller has it, by RFC 9110, 13.1.2: compared weakly. */
  static boolean isKnown(String etag, MultiMap request) {
    String known = request.get(HttpHeaders.IF_NONE_MATCH);
    return etag != null
        && known != null
        && Stream.of(known.split(","))
            .map(tag -> strong(tag.strip()))
            .anyMatch(tag -> tag.equals("*") || tag.equals(strong(etag)));
  }

  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  private static Duration age(MultiMap answer) {
    return seconds(List.of("age=" + answer.get(HttpHeaders.AGE)), "age").orElse(Duration.ZERO);
  }

  private static Optional<Duration> seconds(List<String> directives, String name) {
    return directives.stream()
        .filter(directive -> directive.matches(name + "=\"?\\d{1,9}\"?"))
        .map(directive -> directive.replaceAll("\\D", ""))
        .map(digits -> Duration.ofSeconds(Long.parseLong(digits)))
        .findFirst();
  }

  /** All values of a header, whether on one line or on several, in lower case. */
  static List<String> list(MultiMap headers, String name) {
    return headers.getAll(name).stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(value -> value.strip().toLowerCase())
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static String value(MultiMap request, String name) {
    return request.getAll(name).stream().collect(Collectors.joining(","));
  }
}
