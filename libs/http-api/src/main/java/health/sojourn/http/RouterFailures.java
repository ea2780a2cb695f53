package health.sojourn.http;

import health.sojourn.defaults.BodyLimits;
import health.sojourn.defaults.RefusedRequest;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** Failures that never reach JAX-RS: refused requests, unknown paths, routes that threw. */
@ApplicationScoped
class RouterFailures {
  private static final Logger LOG = Logger.getLogger(RouterFailures.class);

  /** Behind the gateway's proxied routes, before the resources. */
  private static final int BEFORE_RESOURCES = 19_000;

  /** Behind every route that could fail, before the framework's own failure handler. */
  private static final int LAST = 1_000_000;

  private final ProblemAnswers answers;
  private final BodyLimits bodies;

  RouterFailures(ProblemAnswers answers, BodyLimits bodies) {
    this.answers = answers;
    this.bodies = bodies;
  }

  void register(@Observes Router router) {
    limitBodiesOfUnknownLength(router, bodies.text());
    router.route().order(LAST).failureHandler(this::answer);
    for (int status : List.of(400, 404, 405, 406, 413, 415)) {
      router.errorHandler(status, this::answer);
    }
  }

  /**
   * A chunked body has no length that could be refused before reading, and the framework cuts it
   * off with an empty 413. Reading it first (it fits in memory, or is refused) leaves room for an
   * answer. A form with files is left to the resource, as read here it would lose them.
   */
  private void limitBodiesOfUnknownLength(Router router, long limit) {
    BodyHandler reader = BodyHandler.create(false).setBodyLimit(limit);
    router
        .route()
        .order(BEFORE_RESOURCES)
        .handler(
            context -> {
              HttpServerRequest request = context.request();
              if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null || isForm(request)) {
                context.next();
              } else {
                reader.handle(context);
              }
            });
  }

  private static boolean isForm(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  private void answer(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure instanceof RefusedRequest refused) {
      answers.send(
          context,
          answers.answer(
              context, refused.status(), refused.code(), refused.getMessage(), List.of()));
      return;
    }
    if (failure instanceof UnauthorizedException
        || failure instanceof AuthenticationException
        || (failure == null && context.statusCode() == 401)) {
      // Their challenge (a header, a redirect) is the authentication mechanism's to send.
      context.next();
      return;
    }
    int status = statusOf(context, failure);
    if (status >= 500 && failure != null) {
      LOG.errorf(failure, "%s failed", LoggedRequest.of(context));
    }
    answers.send(context, answers.answer(context, status));
  }

  private static int statusOf(RoutingContext context, Throwable failure) {
    if (failure instanceof ForbiddenException) {
      return 403;
    }
    if (failure instanceof RejectedExecutionException) {
      return 503;
    }
    return context.statusCode() > 0 ? context.statusCode() : 500;
  }
}
