package health.sojourn.gateway.signin;

import health.sojourn.http.ProblemAnswers;
import health.sojourn.http.ProblemAnswers.Answer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * The sign-in never answers 401, nor does a page here to somebody without a token of their own: it
 * is what a 401 leads to. Quarkus does so while the identity provider is away, and when what came
 * back from it is no good.
 */
class SignInAway {
  private static final String AWAY =
      "Signing in is not possible just now. Try again in a minute; the public pages are not affected.";

  private final ProblemAnswers problems;

  SignInAway(ProblemAnswers problems) {
    this.problems = problems;
  }

  @ServerResponseFilter
  void explain(
      ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
    String path = request.getUriInfo().getPath();
    boolean page =
        path.startsWith("/signin")
            || path.startsWith("/admin")
                && request.getHeaderString(HttpHeaders.AUTHORIZATION) == null;
    if (response.getStatus() != 401 || !page) {
      return;
    }
    response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
    if (path.equals("/signin/callback")) {
      response.setStatus(303);
      response.getHeaders().putSingle(HttpHeaders.LOCATION, "/signin/failed");
      response.setEntity(null);
      return;
    }
    Answer answer = problems.answer(context, 503, "sign-in-away", AWAY, List.of());
    response.setStatus(answer.status());
    response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, "30");
    response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, answer.contentType());
    response.setEntity(answer.body());
  }
}
