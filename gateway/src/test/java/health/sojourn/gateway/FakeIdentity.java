package health.sojourn.gateway;

import io.smallrye.jwt.build.Jwt;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * As much of an identity provider as the code flow needs. The code is the name of the person who
 * signed in: a facilitator, other than {@code admin}. The code {@code expiring} gets tokens that
 * have to be renewed at once.
 */
final class FakeIdentity implements Handler<HttpServerRequest> {
  private static final String KEY_ID = "test";

  private final KeyPair keys = generate();
  private final String issuer;

  FakeIdentity(String issuer) {
    this.issuer = issuer;
  }

  @Override
  public void handle(HttpServerRequest request) {
    String path = request.path();
    if (path.endsWith("/protocol/openid-connect/certs")) {
      json(request, new JsonObject().put("keys", new JsonArray().add(key())));
    } else if (path.endsWith("/protocol/openid-connect/token")) {
      request.setExpectMultipart(true);
      request.endHandler(ignored -> json(request, tokens(request)));
    } else {
      json(
          request,
          new JsonObject()
              .put("path", path)
              .put("forwardedHost", request.getHeader("X-Forwarded-Host"))
              .put("cookies", request.getHeader("Cookie")));
    }
  }

  private JsonObject tokens(HttpServerRequest request) {
    boolean renewed = "refresh_token".equals(request.getFormAttribute("grant_type"));
    String person = renewed ? "renewed" : request.getFormAttribute("code");
    long seconds = person.equals("expiring") ? 20 : 300;
    String access =
        Jwt.issuer(issuer)
            .subject(person)
            .claim(
                "realm_access",
                Map.of("roles", List.of(person.equals("admin") ? "admin" : "facilitator")))
            .expiresIn(seconds)
            .jws()
            .keyId(KEY_ID)
            .sign(keys.getPrivate());
    String id =
        Jwt.issuer(issuer)
            .subject(person)
            .audience(Set.of("sojourn-gateway"))
            .expiresIn(seconds)
            .jws()
            .keyId(KEY_ID)
            .sign(keys.getPrivate());
    return new JsonObject()
        .put("access_token", access)
        .put("id_token", id)
        .put("refresh_token", "refresh-" + person)
        .put("token_type", "Bearer")
        .put("expires_in", seconds);
  }

  private JsonObject key() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return new JsonObject()
        .put("kty", "RSA")
        .put("kid", KEY_ID)
        .put("use", "sig")
        .put("alg", "RS256")
        .put("n", unsigned(key.getModulus()))
        .put("e", unsigned(key.getPublicExponent()));
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
  }

  private static void json(HttpServerRequest request, JsonObject body) {
    request.response().putHeader("Content-Type", "application/json").end(body.encode());
  }

  private static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
