package health.sojourn.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.sojourn.gateway.GatewayConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.ProxyInterceptor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Keeps what services call public for a few seconds, so that many readers of one page cost a
 * service one answer. Nothing that concerns somebody is kept: neither what is asked for with a
 * session or a token, nor what a service does not call public.
 */
@Singleton
public class PublicAnswers {
  /** Of one address: as many languages and formats as there are, not as somebody can think of. */
  private static final int VARIANTS = 8;

  private final Duration longest;
  private final int largest;
  private final Cache<String, List<PublicAnswer>> kept;
  private final Map<Asked, Future<Optional<PublicAnswer>>> awaited = new ConcurrentHashMap<>();
  private final Counter hits;
  private final Counter misses;

  PublicAnswers(GatewayConfig config, MeterRegistry meters) {
    this.longest = config.cache().longest();
    this.largest = (int) Math.min(config.cache().size().asLongValue() / 16, Integer.MAX_VALUE);
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(config.cache().size().asLongValue())
            .weigher((String uri, List<PublicAnswer> answers) -> weight(uri, answers))
            .expireAfterWrite(longest)
            .build();
    this.hits = counter(meters, "hit");
    this.misses = counter(meters, "miss");
  }

  /** Whether somebody else's answer may serve a request, as far as it says itself. */
  public boolean mayKnow(HttpServerRequest request) {
    HttpMethod method = request.method();
    MultiMap headers = request.headers();
    return !longest.isZero()
        && (method == HttpMethod.GET || method == HttpMethod.HEAD)
        && request.uri().startsWith("/")
        && !headers.contains(HttpHeaders.AUTHORIZATION)
        && !headers.contains("Range")
        && !hasBody(headers)
        && !wantsNew(headers);
  }

  /**
   * Answers with what is kept or about to be, or has the service asked.
   *
   * @param ask passes the request on, with the interceptor it is given unless that is null
   */
  public void answer(RoutingContext context, Consumer<ProxyInterceptor> ask) {
    HttpServerRequest request = context.request();
    Optional<PublicAnswer> found = find(request);
    if (found.isPresent()) {
      send(found.get(), context);
    } else if (request.method() == HttpMethod.HEAD) {
      ask.accept(null);
    } else {
      misses.increment();
      askOnce(context, ask);
    }
  }

  private void askOnce(RoutingContext context, Consumer<ProxyInterceptor> ask) {
    HttpServerRequest request = context.request();
    Asked asked = Asked.of(request);
    Promise<Optional<PublicAnswer>> mine = Promise.promise();
    Future<Optional<PublicAnswer>> others = awaited.putIfAbsent(asked, mine.future());
    if (others != null) {
      request.pause();
      Context thread = context.vertx().getOrCreateContext();
      others.onSuccess(answer -> thread.runOnContext(ignored -> sendOrAsk(answer, context, ask)));
      return;
    }
    mine.future().onComplete(ignored -> awaited.remove(asked, mine.future()));
    // Whatever becomes of it, also when its caller leaves: nobody waits for ever.
    context.addEndHandler(ignored -> mine.tryComplete(Optional.empty()));
    ask.accept(new Keeping(this, request.uri(), mine));
  }

  private void sendOrAsk(
      Optional<PublicAnswer> answer, RoutingContext context, Consumer<ProxyInterceptor> ask) {
    if (answer.filter(same -> same.suits(context.request().headers())).isPresent()) {
      context.request().resume();
      send(answer.get(), context);
    } else {
      ask.accept(null);
    }
  }

  Duration longest() {
    return longest;
  }

  /** The longest body kept, in bytes. */
  int largest() {
    return largest;
  }

  void keep(String uri, PublicAnswer answer) {
    kept.asMap()
        .compute(
            uri,
            (same, before) -> {
              List<PublicAnswer> answers = new ArrayList<>(List.of(answer));
              if (before != null) {
                before.stream()
                    .filter(other -> !other.varied().equals(answer.varied()))
                    .filter(other -> other.isFresh(answer.kept()))
                    .limit(VARIANTS - 1)
                    .forEach(answers::add);
              }
              return List.copyOf(answers);
            });
  }

  private void send(PublicAnswer answer, RoutingContext context) {
    hits.increment();
    HttpServerRequest request = context.request();
    answer.send(request.method(), request.headers(), context.response(), System.nanoTime());
  }

  private Optional<PublicAnswer> find(HttpServerRequest request) {
    List<PublicAnswer> answers = kept.getIfPresent(request.uri());
    if (answers == null) {
      return Optional.empty();
    }
    long now = System.nanoTime();
    for (PublicAnswer answer : answers) {
      if (answer.isFresh(now) && answer.suits(request.headers())) {
        return Optional.of(answer);
      }
    }
    return Optional.empty();
  }

  private static boolean hasBody(MultiMap headers) {
    String length = headers.get(HttpHeaders.CONTENT_LENGTH);
    return headers.contains(HttpHeaders.TRANSFER_ENCODING)
        || !(length == null || length.equals("0"));
  }

  /** A browser's reload. */
  private static boolean wantsNew(MultiMap headers) {
    return headers.contains(HttpHeaders.CACHE_CONTROL)
        && PublicAnswer.list(headers, "Cache-Control").stream()
            .anyMatch(List.of("no-cache", "no-store", "max-age=0")::contains);
  }

  private static int weight(String uri, List<PublicAnswer> answers) {
    return 2 * uri.length() + answers.stream().mapToInt(PublicAnswer::weight).sum();
  }

  private static Counter counter(MeterRegistry meters, String result) {
    return Counter.builder("sojourn.cache.reads")
        .description("Public reads answered from what the gateway keeps, or not")
        .baseUnit("requests")
        .tag("result", result)
        .register(meters);
  }

  /** Requests that very probably get the same answer, so that only the first is passed on. */
  private record Asked(String uri, String language, String accept) {
    static Asked of(HttpServerRequest request) {
      return new Asked(
          request.uri(),
          request.getHeader(HttpHeaders.ACCEPT_LANGUAGE),
          request.getHeader(HttpHeaders.ACCEPT));
    }
  }
}
