package health.sojourn.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Asks the services for the documents that describe them, and remembers complete answers for a
 * minute.
 */
@Singleton
public class ServiceDocuments {
  private static final Logger LOG = Logger.getLogger(ServiceDocuments.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Cache<String, Map<String, JsonNode>> complete =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(8).build();
  private final RoutingTable table;
  private final ObjectMapper json;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  ServiceDocuments(RoutingTable table, ObjectMapper json) {
    this.table = table;
    this.json = json;
  }

  /**
   * The JSON document at this path, by service; a service that does not answer is left out. Shared:
   * not to be changed.
   */
  public Map<String, JsonNode> all(String path) {
    Map<String, JsonNode> known = complete.getIfPresent(path);
    if (known != null) {
      return known;
    }
    Map<String, JsonNode> found = askAll(path);
    if (found.size() == table.services().size()) {
      complete.put(path, found);
    }
    return found;
  }

  private Map<String, JsonNode> askAll(String path) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    for (Upstream service : table.services()) {
      try {
        found.put(service.name(), ask(service, path));
      } catch (IOException e) {
        LOG.warnf("%s did not send %s: %s", service.name(), path, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return found;
      }
    }
    return found;
  }

  private JsonNode ask(Upstream service, String path) throws IOException, InterruptedException {
    String scheme = service.tls() ? "https" : "http";
    URI address = URI.create(scheme + "://" + service.host() + ":" + service.port() + path);
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode());
    }
    return json.readTree(answer.body());
  }
}
