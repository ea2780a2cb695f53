package health.sojourn.defaults;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of one request, the same in every service it passes, in every log line and in an error's
 * answer.
 */
public final class RequestId {
  /** The header it travels in, both ways. */
  public static final String HEADER = "X-Request-Id";

  /** Its key in the log's diagnostic context. */
  public static final String MDC_KEY = "requestId";

  /** Long enough not to be guessed twice, and nothing that could forge a log line. */
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private static final String IN_CONTEXT = RequestId.class.getName();

  private RequestId() {}

  /** The request's id; a new one before the front door has named it. */
  public static String of(RoutingContext context) {
    String known = context.get(IN_CONTEXT);
    return known != null ? known : UUID.randomUUID().toString();
  }

  /** Keeps a sane id the caller sent, or takes the new one. */
  static String name(RoutingContext context, UUID fresh) {
    String sent = context.request().getHeader(HEADER);
    String id = sent != null && SANE.matcher(sent).matches() ? sent : fresh.toString();
    context.put(IN_CONTEXT, id);
    return id;
  }
}
