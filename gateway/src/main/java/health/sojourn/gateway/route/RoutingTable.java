package health.sojourn.gateway.route;

import health.sojourn.gateway.GatewayConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the upstream of a raw path by its prefix, whole segments only. */
@Singleton
public class RoutingTable {
  /** Never for callers from outside, whatever the configuration says. */
  private static final List<String> CLOSED =
      List.of("/internal", "/q", "/auth/admin", "/auth/realms/master", "/auth/metrics");

  private final Map<String, Upstream> byPrefix = new TreeMap<>();
  private final Map<String, Upstream> byName = new LinkedHashMap<>();

  @Inject
  public RoutingTable(GatewayConfig config) {
    this(config.upstream(), config.routes());
  }

  RoutingTable(Map<String, URI> upstreams, Map<String, List<String>> routes) {
    upstreams.forEach((name, address) -> byName.put(name, Upstream.of(name, address)));
    routes.forEach((name, prefixes) -> prefixes.forEach(prefix -> add(prefix, name)));
  }

  /** The upstreams that are services of ours. */
  public Collection<Upstream> services() {
    return byName.values().stream().filter(Upstream::ours).toList();
  }

  /**
   * The upstream of a raw path without query; empty for the gateway's own pages and the unknown.
   */
  public Optional<Upstream> find(String path) {
    if (CLOSED.stream().anyMatch(closed -> isUnder(path, closed))) {
      return Optional.empty();
    }
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      Upstream found = byPrefix.get(path.substring(0, end));
      if (found != null) {
        return Optional.of(found);
      }
    }
    return path.equals("/") ? Optional.ofNullable(byPrefix.get("/")) : Optional.empty();
  }

  private void add(String prefix, String name) {
    Upstream upstream = byName.get(name);
    if (upstream == null) {
      throw new IllegalArgumentException("Route " + prefix + " names no upstream: " + name);
    }
    if (!prefix.startsWith("/") || (prefix.endsWith("/") && prefix.length() > 1)) {
      throw new IllegalArgumentException("A route begins and does not end with a slash: " + prefix);
    }
    if (CLOSED.stream().anyMatch(closed -> isUnder(prefix, closed))) {
      throw new IllegalArgumentException("Never routed to the outside: " + prefix);
    }
    Upstream other = byPrefix.putIfAbsent(prefix, upstream);
    if (other != null) {
      throw new IllegalArgumentException("Two upstreams for " + prefix);
    }
  }

  private static boolean isUnder(String path, String prefix) {
    return path.startsWith(prefix)
        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
  }
}
