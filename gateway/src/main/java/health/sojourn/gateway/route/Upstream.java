package health.sojourn.gateway.route;

import io.vertx.core.net.SocketAddress;
import java.net.URI;

/**
 * A server behind the gateway.
 *
 * @param name as in the configuration
 * @param ours false for the identity provider, which has its own sessions, headers and errors
 */
public record Upstream(String name, String host, int port, boolean tls, boolean ours) {
  static final String IDENTITY = "identity";

  static Upstream of(String name, URI address) {
    boolean tls = "https".equals(address.getScheme());
    int port = address.getPort() > 0 ? address.getPort() : tls ? 443 : 80;
    return new Upstream(name, address.getHost(), port, tls, !name.equals(IDENTITY));
  }

  /**
   * @param path with its query, encoded
   */
  public URI uri(String path) {
    return URI.create((tls ? "https" : "http") + "://" + host + ":" + port + path);
  }

  SocketAddress address() {
    return SocketAddress.inetSocketAddress(port, host);
  }
}
