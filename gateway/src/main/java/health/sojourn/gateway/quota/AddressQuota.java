package health.sojourn.gateway.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.sojourn.gateway.GatewayConfig;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * How many inquiries one address may create in a minute, by the form and by the API together.
 * Facilitators are exempt: they take inquiries by phone for many people. An IPv6 caller owns a
 * whole /64, which counts as one address. Each replica of the gateway counts for itself.
 */
@Singleton
public class AddressQuota {
  private static final Set<String> CREATIONS = Set.of("/api/v1/inquiries", "/inquiries");
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int perMinute;
  private final String policy;
  private final TimeMeter time;
  private final Counter refusals;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().expireAfterAccess(WINDOW.multipliedBy(2)).maximumSize(100_000).build();

  AddressQuota(GatewayConfig config, Clock clock, MeterRegistry meters) {
    this.perMinute = config.quota().addressPerMinute();
    this.policy = "\"inquiries\";q=" + perMinute + ";w=" + WINDOW.toSeconds();
    this.time = new WallClock(clock);
    this.refusals =
        Counter.builder("sojourn.quota.refusals")
            .description("Inquiries refused because their address sent too many")
            .baseUnit("requests")
            .register(meters);
  }

  public boolean limited() {
    return perMinute > 0;
  }

  /** Whether a request creates an inquiry. */
  public static boolean counts(HttpServerRequest request) {
    if (request.method() != HttpMethod.POST) {
      return false;
    }
    String path = request.path();
    return CREATIONS.contains(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }

  /** Counts a creation; false when the address has none left. Anything else is admitted. */
  public boolean admits(RoutingContext context, Optional<SecurityIdentity> person) {
    boolean exempt = person.filter(known -> known.hasRole("facilitator")).isPresent();
    if (!limited() || !counts(context.request()) || exempt) {
      return true;
    }
    boolean admitted = buckets.get(address(context), ignored -> full()).tryConsume(1);
    if (!admitted) {
      refusals.increment();
    }
    return admitted;
  }

  /**
   * Announces the quota and what is left of it in every answer of the API, as
   * draft-ietf-httpapi-ratelimit-headers-10 writes it; {@code Retry-After} with a 429.
   */
  public void announce(RoutingContext context) {
    boolean api = context.request().path().startsWith("/api/");
    if (!limited() || !(api || counts(context.request()))) {
      return;
    }
    context.addHeadersEndHandler(
        ignored -> {
          Bucket bucket = buckets.getIfPresent(address(context));
          EstimationProbe left = (bucket == null ? full() : bucket).estimateAbilityToConsume(1);
          var response = context.response();
          if (response.getStatusCode() == 429) {
            long wait = seconds(left.getNanosToWaitForRefill());
            response.putHeader("Retry-After", Long.toString(Math.max(1, wait)));
          }
          if (api) {
            long reset = seconds(missing(left.getRemainingTokens()));
            response.putHeader("RateLimit-Policy", policy);
            response.putHeader(
                "RateLimit", "\"inquiries\";r=" + left.getRemainingTokens() + ";t=" + reset);
          }
        });
  }

  private Bucket full() {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
        .build();
  }

  /** Nanoseconds until nothing is missing any more. */
  private long missing(long remaining) {
    return (perMinute - remaining) * WINDOW.toNanos() / perMinute;
  }

  private static long seconds(long nanos) {
    return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
  }

  private static String address(RoutingContext context) {
    String address = context.request().remoteAddress().hostAddress();
    return NetworkPrefix.of(address);
  }

  private record WallClock(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
