package health.sojourn.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * JAX-RS completes a Location with the address this process listens on, which nobody outside can
 * reach. The path alone is right everywhere (RFC 9110, 10.2.2).
 */
class RelativeLocation {

  @ServerResponseFilter
  public void shorten(ContainerRequestContext request, ContainerResponseContext response) {
    Object location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
    if (location == null) {
      return;
    }
    String base = request.getUriInfo().getBaseUri().toString();
    if (location.toString().startsWith(base)) {
      String path = location.toString().substring(base.length());
      response
          .getHeaders()
          .putSingle(HttpHeaders.LOCATION, URI.create(path.startsWith("/") ? path : "/" + path));
    }
  }
}
