package health.sojourn.provider.people;

import health.sojourn.provider.ProviderConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** This service's own token for Keycloak, kept until shortly before it expires. */
@ApplicationScoped
class ServiceToken {
  private static final String CLIENT = "sojourn-people";
  private static final Duration MARGIN = Duration.ofSeconds(20);

  private final KeycloakTokens tokens;
  private final ProviderConfig config;
  private final Clock clock;
  private String header;
  private Instant goodUntil = Instant.MIN;

  ServiceToken(@RestClient KeycloakTokens tokens, ProviderConfig config, Clock clock) {
    this.tokens = tokens;
    this.config = config;
    this.clock = clock;
  }

  /** The value of an {@code Authorization} header. */
  synchronized String header() {
    Instant now = clock.instant();
    if (!now.isBefore(goodUntil)) {
      var granted = tokens.get("client_credentials", CLIENT, config.peopleSecret());
      header = "Bearer " + granted.accessToken();
      goodUntil = now.plusSeconds(granted.expiresIn()).minus(MARGIN);
    }
    return header;
  }

  /** After it was refused: the realm's keys may have changed. */
  synchronized void forget() {
    goodUntil = Instant.MIN;
  }
}
