package health.sojourn.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Sends the address of the next page with each page (RFC 8288). */
class NextPageLink {

  @ServerResponseFilter
  public void link(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Paged page && page.next() != null) {
      response.getHeaders().putSingle(HttpHeaders.LINK, header(request.getUriInfo(), page));
    }
  }

  /** The same request with another cursor, as a path that is right behind any gateway. */
  static String header(UriInfo request, Paged page) {
    URI next = request.getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build();
    return "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"";
  }
}
