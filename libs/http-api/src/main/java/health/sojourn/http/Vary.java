package health.sojourn.http;

import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;

/** The header that tells caches what else an answer depends on (RFC 9110, 12.5.5). */
public final class Vary {
  private Vary() {}

  /** Whether the answer says that it depends on this header of the request. */
  public static boolean names(HttpServerResponse response, String header) {
    return response.headers().getAll(HttpHeaders.VARY).stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .anyMatch(name -> name.strip().equalsIgnoreCase(header));
  }

  /** Says so, once. */
  public static void by(HttpServerResponse response, String header) {
    if (!names(response, header)) {
      String known = String.join(", ", response.headers().getAll(HttpHeaders.VARY));
      response.putHeader(HttpHeaders.VARY, known.isEmpty() ? header : known + ", " + header);
    }
  }
}
