package health.sojourn.e2e.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody's program: it waits a while for an answer and takes none for an answer too. */
final class Caller {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /** A token is good for five minutes. */
  private static final Duration FRESH = Duration.ofMinutes(3);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();
  private final String platform;
  private final String realm;

  /**
   * @param realm Keycloak's address of it, so that signing in does not depend on the gateway
   */
  Caller(String platform, String realm) {
    this.platform = platform;
    this.realm = realm;
  }

  private record Token(String value, Instant at) {}

  /**
   * @param status 0 if there was no answer
   */
  record Answer(int status, JsonNode body) {
    static final Answer NONE = new Answer(0, MissingNode.getInstance());

    boolean ok() {
      return status >= 200 && status < 300;
    }
  }

  /** Without a token. */
  Answer post(String path, String json, String idempotencyKey) throws InterruptedException {
    HttpRequest.Builder request = to(platform + path).header("Content-Type", "application/json");
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    return send(request.POST(BodyPublishers.ofString(json)));
  }

  Answer getAs(String user, String path) throws InterruptedException {
    return signedIn(user, to(platform + path).GET());
  }

  Answer postAs(String user, String path, String json) throws InterruptedException {
    HttpRequest.Builder request = to(platform + path).header("Content-Type", "application/json");
    return signedIn(user, request.POST(BodyPublishers.ofString(json)));
  }

  /** What a service tells who operates it. */
  JsonNode operate(String method, String address) throws InterruptedException {
    return send(to(address).timeout(Duration.ofMinutes(2)).method(method, BodyPublishers.noBody()))
        .body();
  }

  private Answer signedIn(String user, HttpRequest.Builder request) throws InterruptedException {
    String token = token(user);
    if (token == null) {
      return Answer.NONE;
    }
    Answer answer = send(request.header("Authorization", "Bearer " + token));
    if (answer.status() == 401) {
      tokens.remove(user);
    }
    return answer;
  }

  /**
   * By password, through the client that exists with demo data only; null if that does not work.
   */
  private String token(String user) throws InterruptedException {
    Token known = tokens.get(user);
    if (known != null && known.at().isAfter(Instant.now().minus(FRESH))) {
      return known.value();
    }
    String form =
        "grant_type=password&client_id=sojourn-demo&password=sojourn-demo&username=" + user;
    Answer answer =
        send(
            to(realm + "/protocol/openid-connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    if (!answer.ok()) {
      return null;
    }
    String token = answer.body().path("access_token").asText();
    tokens.put(user, new Token(token, Instant.now()));
    return token;
  }

  private static HttpRequest.Builder to(String address) {
    return HttpRequest.newBuilder(URI.create(address))
        .timeout(PATIENCE)
        .header("Accept", "application/json");
  }

  private Answer send(HttpRequest.Builder request) throws InterruptedException {
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      JsonNode body = response.body().length == 0 ? null : JSON.readTree(response.body());
      return new Answer(response.statusCode(), body == null ? MissingNode.getInstance() : body);
    } catch (IOException e) {
      return Answer.NONE;
    }
  }
}
