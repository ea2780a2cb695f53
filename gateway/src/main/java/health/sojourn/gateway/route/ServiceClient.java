package health.sojourn.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import health.sojourn.defaults.FailureName;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Asks services on the gateway's own behalf. That one of them is away is an answer, too. */
@Singleton
public class ServiceClient {
  private static final Logger LOG = Logger.getLogger(ServiceClient.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ObjectMapper json;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  ServiceClient(ObjectMapper json) {
    this.json = json;
  }

  /**
   * @param status 0 if none came in time
   * @param body missing if it is not JSON
   */
  public record Answer(int status, JsonNode body) {
    public static final Answer NONE = new Answer(0, MissingNode.getInstance());

    public boolean ok() {
      return status == 200 && !body.isMissingNode();
    }
  }

  public CompletableFuture<Answer> get(URI address) {
    return send(HttpRequest.newBuilder(address).GET().timeout(PATIENCE));
  }

  /**
   * @param token who asks
   */
  public CompletableFuture<Answer> get(URI address, String token) {
    return send(
        HttpRequest.newBuilder(address)
            .GET()
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token));
  }

  /**
   * @param patience how long the service may work on it
   */
  public CompletableFuture<Answer> post(URI address, Duration patience) {
    return send(
        HttpRequest.newBuilder(address)
            .POST(HttpRequest.BodyPublishers.noBody())
            .timeout(patience));
  }

  private CompletableFuture<Answer> send(HttpRequest.Builder request) {
    HttpRequest asked = request.header("Accept", "application/json").build();
    return client
        .sendAsync(asked, HttpResponse.BodyHandlers.ofByteArray())
        .thenApply(answer -> new Answer(answer.statusCode(), read(answer.body())))
        .exceptionally(
            failure -> {
              // Without the query, which is what somebody typed.
              LOG.warnf(
                  "No answer from %s%s: %s",
                  asked.uri().getAuthority(), asked.uri().getPath(), FailureName.ofRoot(failure));
              return Answer.NONE;
            });
  }

  private JsonNode read(byte[] body) {
    try {
      return json.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
