package health.sojourn.gateway.route;

import health.sojourn.defaults.FailureName;
import health.sojourn.gateway.signin.ReturnPath;
import health.sojourn.http.ProblemAnswers;
import health.sojourn.http.ProblemAnswers.Answer;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** What the gateway changes in one request to a service, in its answer, and when there is none. */
final class Exchange implements ProxyInterceptor {
  private static final Logger LOG = Logger.getLogger(Exchange.class);
  private static final String REFUSED =
      "You are signed in, but this part of the platform does not accept your session."
          + " Sign out and in again.";

  private final RoutingContext context;
  private final Upstream upstream;
  private final URI publicUrl;
  private final long maxBody;
  private final String token;
  private final ProblemAnswers problems;
  private final UpstreamFailures failures;

  /** Only a body that does not say its length. */
  private LimitedBody body;

  /**
   * @param token the access token of the caller's session, or null without one
   */
  Exchange(
      RoutingContext context,
      Upstream upstream,
      URI publicUrl,
      long maxBody,
      String token,
      ProblemAnswers problems,
      UpstreamFailures failures) {
    this.context = context;
    this.upstream = upstream;
    this.publicUrl = publicUrl;
    this.maxBody = maxBody;
    this.token = token;
    this.problems = problems;
    this.failures = failures;
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext exchange) {
    ProxyRequest request = exchange.request();
    InboundHeaders.replace(request.headers(), context.request(), publicUrl, token);
    Body sent = request.getBody();
    if (sent != null && sent.length() < 0) {
      body = new LimitedBody(sent.stream(), maxBody);
      request.setBody(Body.body(body));
    }
    return exchange
        .sendRequest()
        .recover(failure -> Future.succeededFuture(explain(exchange.request(), failure)));
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext exchange) {
    ProxyResponse response = exchange.response();
    response.headers().remove(HttpHeaders.SERVER);
    response.headers().remove("X-Powered-By");
    if (response.getStatusCode() == 401 && upstream.ours()) {
      inviteToSignIn(response);
    }
    return exchange.sendResponse();
  }

  /** A person who opened a page gets to the sign-in; a program keeps its 401. */
  private void inviteToSignIn(ProxyResponse response) {
    HttpServerRequest request = context.request();
    boolean ownToken = InboundHeaders.isBearer(request.getHeader(HttpHeaders.AUTHORIZATION));
    if (ownToken || request.path().startsWith("/api/")) {
      return;
    }
    if ("true".equals(request.getHeader("HX-Request"))) {
      String page = ReturnPath.ofPage(request.getHeader("HX-Current-URL")).orElse("/");
      response.putHeader("HX-Redirect", ReturnPath.signIn(page));
    } else if (request.method() == HttpMethod.GET && accepts(request, "text/html")) {
      if (token != null) {
        // Signed in, and still not believed: signing in again would only go round in circles.
        replace(response, problems.answer(context, 403, "session-refused", REFUSED, List.of()));
        return;
      }
      response.release().setStatusCode(303).setStatusMessage("See Other");
      response.headers().clear();
      response.putHeader(HttpHeaders.LOCATION, ReturnPath.signIn(request.uri()));
      response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setBody(Body.body(Buffer.buffer()));
    }
  }

  private ProxyResponse explain(ProxyRequest request, Throwable failure) {
    ProxyResponse response = request.release().response();
    if (!context.request().isEnded() && context.request().version() != HttpVersion.HTTP_2) {
      // The rest is not read: the connection can't be used for another request.
      context.response().putHeader(HttpHeaders.CONNECTION, "close");
      context.addEndHandler(ignored -> context.request().connection().close());
    }
    if (body != null && body.isExceeded()) {
      return replace(
          response,
          problems.answer(
              context,
              413,
              "body-too-large",
              "The body is larger than " + maxBody + " bytes.",
              List.of()));
    }
    int status = statusOf(failure);
    if (context.response().closed()) {
      LOG.debugf(
          "The caller left before %s answered: %s", upstream.name(), FailureName.ofRoot(failure));
      return response;
    }
    // Not the failure itself: a time-out says for which address it waited.
    LOG.warnf(
        "%s did not answer %s: %s",
        upstream.name(), context.request().method(), FailureName.ofRoot(failure));
    failures.count(upstream.name(), status);
    response.putHeader(HttpHeaders.RETRY_AFTER, status == 503 ? "5" : "30");
    return replace(response, problems.answer(context, status));
  }

  /** 503 for a service that is away, 504 for one that is silent, 502 for one that breaks off. */
  static int statusOf(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof ConnectException || t instanceof UnknownHostException) {
        return 503;
      }
      if (t instanceof TimeoutException) {
        return 504;
      }
    }
    return 502;
  }

  private static ProxyResponse replace(ProxyResponse response, Answer answer) {
    response.setStatusCode(answer.status()).setStatusMessage(null);
    response.headers().remove(HttpHeaders.TRANSFER_ENCODING);
    response.headers().remove(HttpHeaders.CONTENT_ENCODING);
    response.headers().remove("WWW-Authenticate");
    response.putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return response.setBody(Body.body(Buffer.buffer(answer.body())));
  }

  private static boolean accepts(HttpServerRequest request, String type) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(type);
  }
}
