package health.sojourn.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.sojourn.gateway.route.ServiceClient.Answer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Asks the services for the documents that describe them, and remembers complete answers for a
 * minute.
 */
@Singleton
public class ServiceDocuments {
  private static final Logger LOG = Logger.getLogger(ServiceDocuments.class);

  private final Cache<String, Map<String, JsonNode>> complete =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(8).build();
  private final RoutingTable table;
  private final ServiceClient client;

  ServiceDocuments(RoutingTable table, ServiceClient client) {
    this.table = table;
    this.client = client;
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
    Map<String, CompletableFuture<Answer>> asked = new LinkedHashMap<>();
    for (Upstream service : table.services()) {
      asked.put(service.name(), client.get(service.uri(path)));
    }
    Map<String, JsonNode> found = new LinkedHashMap<>();
    asked.forEach(
        (service, coming) -> {
          Answer answer = coming.join();
          if (answer.ok()) {
            found.put(service, answer.body());
          } else {
            LOG.warnf("%s did not send %s: status %d", service, path, answer.status());
          }
        });
    return found;
  }
}
