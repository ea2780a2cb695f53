package health.sojourn.gateway.route;

import health.sojourn.defaults.BodyLimits;
import health.sojourn.gateway.GatewayConfig;
import health.sojourn.gateway.cache.PublicAnswers;
import health.sojourn.gateway.language.LanguageChoice;
import health.sojourn.gateway.quota.AddressQuota;
import health.sojourn.gateway.signin.Sessions;
import health.sojourn.http.ProblemAnswers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/**
 * Takes every request first: refuses what a foreign site sends with somebody's session, holds
 * callers to their quota, and passes on what belongs to a service. What is left is the gateway's
 * own.
 */
@ApplicationScoped
class FrontRoute {
  /** Before Quarkus's own routes for resources and static files. */
  private static final int ORDER = 1;

  private final GatewayConfig config;
  private final RoutingTable table;
  private final Sessions sessions;
  private final AddressQuota quota;
  private final PublicAnswers answers;
  private final ProblemAnswers problems;
  private final SameOrigin sameOrigin;
  private final LanguageChoice languages;
  private final BodyLimits bodies;
  private final HttpClient client;
  private final UpstreamFailures failures;

  FrontRoute(
      GatewayConfig config,
      RoutingTable table,
      Sessions sessions,
      AddressQuota quota,
      PublicAnswers answers,
      ProblemAnswers problems,
      Vertx vertx,
      MeterRegistry meters,
      BodyLimits bodies) {
    this.config = config;
    this.table = table;
    this.sessions = sessions;
    this.quota = quota;
    this.answers = answers;
    this.problems = problems;
    this.failures = new UpstreamFailures(meters, config.upstream().keySet());
    this.sameOrigin = new SameOrigin(config.publicUrl());
    this.languages = new LanguageChoice(config.publicUrl());
    this.bodies = bodies;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(config.gateway().connections())
                .setConnectTimeout((int) config.gateway().connectTimeout().toMillis())
                // Shorter than the services keep theirs, so that none is closed as it is used.
                .setKeepAliveTimeout(30)
                .setMaxHeaderSize(32 * 1024)
                .setTcpNoDelay(true));
  }

  void install(@Observes Router router) {
    router.route().order(ORDER).handler(this::receive);
  }

  private void receive(RoutingContext context) {
    quota.announce(context);
    Optional<Upstream> upstream = table.find(context.request().path());
    if (upstream.isEmpty() || upstream.get().ours()) {
      languages.settle(context);
    }
    if (!sameOrigin.allows(context.request(), Sessions.present(context))) {
      problems.send(
          context,
          problems.answer(
              context,
              403,
              "cross-origin",
              "This change was asked for by another site. Open the page here and try again.",
              List.of()));
      return;
    }
    if (isSignInElsewhere(context)) {
      context.redirect(config.publicUrl() + context.request().uri());
    } else if (upstream.isEmpty()) {
      context.next();
    } else if (!upstream.get().ours()) {
      pass(context, upstream.get(), null, null);
    } else if (answers.mayKnow(context.request()) && !Sessions.present(context)) {
      measure(context, upstream.get());
      answers.answer(context, keeping -> pass(context, upstream.get(), null, keeping));
    } else {
      forPerson(context, upstream.get());
    }
  }

  /**
   * Sessions belong to the public address; who came by another name of this machine is led there.
   */
  private boolean isSignInElsewhere(RoutingContext context) {
    return asksWho(context.request())
        // Over HTTP/2 there is no Host header.
        && !config.publicUrl().getAuthority().equals("" + context.request().authority());
  }

  private static boolean asksWho(HttpServerRequest request) {
    String path = request.path();
    return path.equals("/signin")
        || request.method() == HttpMethod.GET
            && (path.equals("/admin") || path.startsWith("/admin/"));
  }

  private void forPerson(RoutingContext context, Upstream upstream) {
    boolean ownToken =
        InboundHeaders.isBearer(context.request().getHeader(HttpHeaders.AUTHORIZATION));
    boolean creates = AddressQuota.counts(context.request());
    if (!(ownToken ? creates && quota.limited() : Sessions.present(context))) {
      limited(context, upstream, Optional.empty(), null);
      return;
    }
    // Nothing reads the body until it is known who calls; it must not be lost meanwhile.
    context.request().pause();
    sessions
        .of(context)
        .subscribe()
        .with(
            person -> limited(context, upstream, person, ownToken ? null : token(person)),
            context::fail);
  }

  private static String token(Optional<SecurityIdentity> person) {
    return person.flatMap(Sessions::accessToken).orElse(null);
  }

  private void limited(
      RoutingContext context, Upstream upstream, Optional<SecurityIdentity> person, String token) {
    if (quota.admits(context, person)) {
      pass(context, upstream, token, null);
    } else {
      context.request().resume();
      problems.send(
          context,
          problems.answer(
              context,
              429,
              "too-many-requests",
              "Too many inquiries came from your address in the last minute. Wait a moment, then send it again.",
              List.of()));
    }
  }

  /**
   * @param token the access token of the caller's session, or null without one
   * @param keeping keeps the answer for others, or null for one that is nobody else's
   */
  private void pass(
      RoutingContext context, Upstream upstream, String token, ProxyInterceptor keeping) {
    measure(context, upstream);
    RequestOptions target =
        new RequestOptions()
            .setServer(upstream.address())
            .setHost(upstream.host())
            .setPort(upstream.port())
            .setSsl(upstream.tls())
            .setTimeout(config.gateway().answerTimeout().toMillis());
    HttpProxy proxy =
        HttpProxy.reverseProxy(client)
            .origin(exchange -> client.request(new RequestOptions(target)))
            .addInterceptor(
                new Exchange(
                    context,
                    upstream,
                    config.publicUrl(),
                    bodies.of(context.request().path()),
                    token,
                    problems,
                    failures));
    if (keeping != null) {
      proxy.addInterceptor(keeping);
    }
    proxy.handle(context.request());
  }

  /** One label for each service: an address as it was typed names people and has no end. */
  private static void measure(RoutingContext context, Upstream upstream) {
    HttpRequestMetric measured = HttpRequestMetric.getRequestMetric(context);
    if (measured != null) {
      measured.setTemplatePath("/{" + upstream.name() + "}");
    }
  }
}
