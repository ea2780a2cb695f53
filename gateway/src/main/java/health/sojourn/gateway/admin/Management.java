package health.sojourn.gateway.admin;

import health.sojourn.defaults.ManagementAddresses;
import health.sojourn.gateway.route.RoutingTable;
import health.sojourn.gateway.route.ServiceClient;
import health.sojourn.gateway.route.ServiceClient.Answer;
import health.sojourn.gateway.route.Upstream;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The services' management interfaces, all asked at once. */
@Singleton
class Management {
  private static final Duration WORK = Duration.ofSeconds(20);

  private final ManagementAddresses addresses;
  private final ServiceClient client;
  private final List<String> services;

  Management(ManagementAddresses addresses, RoutingTable table, ServiceClient client) {
    this.addresses = addresses;
    this.client = client;
    this.services = table.services().stream().map(Upstream::name).sorted().toList();
  }

  List<String> services() {
    return services;
  }

  Map<String, CompletableFuture<Answer>> all(String path) {
    Map<String, CompletableFuture<Answer>> asked = new LinkedHashMap<>();
    services.forEach(service -> asked.put(service, client.get(address(service, path))));
    return asked;
  }

  Answer get(String service, String path) {
    return client.get(address(service, path)).join();
  }

  /** Waits as long as a service may have to work. */
  Answer post(String service, String path) {
    return client.post(address(service, path), WORK).join();
  }

  private URI address(String service, String path) {
    return addresses.byName().get(service).resolve(path);
  }
}
