package health.sojourn.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Access tokens as Keycloak makes them, for {@code @QuarkusTest}s: {@code
 * given().auth().oauth2(Tokens.facilitator())}. They are verified as in production (signature,
 * issuer, expiry, roles), only with the key of {@code META-INF/microprofile-config.properties}.
 */
public final class Tokens {
  private static final String KEY = "sojourn-test-key.pem";

  private Tokens() {}

  public static String facilitator() {
    return withRoles("facilitator");
  }

  public static String leadFacilitator() {
    return withRoles("facilitator", "lead-facilitator");
  }

  public static String editor() {
    return withRoles("editor");
  }

  public static String admin() {
    return withRoles("admin");
  }

  /** Somebody who works for the clinic with this slug. */
  public static String clinic(String slug) {
    return token("demo-clinic", Map.of("clinic", slug), Duration.ofMinutes(5), "clinic");
  }

  /** Somebody signed in with just these roles; none is allowed too. */
  public static String withRoles(String... roles) {
    return token(
        roles.length == 0 ? "demo-nobody" : "demo-" + roles[0],
        Map.of(),
        Duration.ofMinutes(5),
        roles);
  }

  /** Was good a minute ago. */
  public static String expired(String... roles) {
    return token("demo-late", Map.of(), Duration.ofMinutes(-1), roles);
  }

  /**
   * @param username also decides the subject: the same name is the same person
   * @param claims beyond the usual ones
   * @param validity from now; negative for a token that has expired
   */
  public static String token(
      String username, Map<String, ?> claims, Duration validity, String... roles) {
    Instant now = Instant.now();
    JwtClaimsBuilder token =
        Jwt.claims()
            .issuer(ConfigProvider.getConfig().getValue("quarkus.oidc.token.issuer", String.class))
            .subject(UUID.nameUUIDFromBytes(username.getBytes()).toString())
            .audience(Set.of("account"))
            .claim("typ", "Bearer")
            .claim("azp", "sojourn-gateway")
            .claim("preferred_username", username)
            .claim("realm_access", Map.of("roles", List.of(roles)))
            .issuedAt(now.minus(Duration.ofMinutes(2)))
            .expiresAt(now.plus(validity));
    claims.forEach(token::claim);
    return token.jws().keyId("sojourn-test").sign(KEY);
  }
}
