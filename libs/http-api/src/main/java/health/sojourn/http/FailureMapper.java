package health.sojourn.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import health.sojourn.defaults.FailureName;
import health.sojourn.http.ProblemAnswers.Answer;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Everything a resource or the framework around it can throw, in the one form. Failures before or
 * beside JAX-RS are {@link RouterFailures}'.
 */
class FailureMapper {
  private static final Logger LOG = Logger.getLogger(FailureMapper.class);

  private final ProblemAnswers answers;

  FailureMapper(ProblemAnswers answers) {
    this.answers = answers;
  }

  @ServerExceptionMapper
  public Response problem(Problem problem, RoutingContext context) {
    ResponseBuilder response =
        response(
            answers.answer(
                context, problem.status(), problem.code(), problem.getMessage(), problem.errors()));
    problem.headers().forEach(response::header);
    return response.build();
  }

  @ServerExceptionMapper
  public Response invalid(ResteasyReactiveViolationException exception, RoutingContext context) {
    return problem(Violations.problem(exception.getConstraintViolations()), context);
  }

  @ServerExceptionMapper
  public Response mismatch(MismatchedInputException exception, RoutingContext context) {
    return problem(JsonProblems.of(exception), context);
  }

  /** Such as a value nested too deep, which is not a reading error to the framework. */
  @ServerExceptionMapper
  public Response json(JsonProcessingException exception, RoutingContext context) {
    // Writing fails with a databind exception of its own, and that is our fault.
    return exception instanceof com.fasterxml.jackson.databind.exc.InvalidDefinitionException
        ? unexpected(exception, context)
        : problem(JsonProblems.of(exception), context);
  }

  @ServerExceptionMapper
  public Response http(WebApplicationException exception, RoutingContext context) {
    Response thrown = exception.getResponse();
    if (exception.getCause() instanceof JsonProcessingException json) {
      return problem(JsonProblems.of(json), context);
    }
    if (exception instanceof NotFoundException && exception.getCause() != null) {
      var parameter = Parameters.unreadable(exception.getCause());
      if (parameter.isPresent()) {
        return problem(Parameters.invalid(parameter.get()), context);
      }
    }
    if (thrown.hasEntity() || thrown.getStatus() < 400) {
      return thrown;
    }
    if (thrown.getStatus() >= 500) {
      LOG.errorf(exception, "%s failed", LoggedRequest.of(context));
    }
    ResponseBuilder response = response(answers.answer(context, thrown.getStatus()));
    thrown.getStringHeaders().forEach((name, values) -> copy(response, name, values));
    return response.build();
  }

  @ServerExceptionMapper
  public Uni<Response> unauthorized(UnauthorizedException exception, RoutingContext context) {
    return challenge(context);
  }

  @ServerExceptionMapper
  public Uni<Response> failed(AuthenticationFailedException exception, RoutingContext context) {
    LOG.debugf(exception, "A token was refused");
    return challenge(context);
  }

  /** The keys can't be fetched. Saying 401 would make the caller throw a good token away. */
  @ServerExceptionMapper
  public Response identityProviderAway(OIDCException exception, RoutingContext context) {
    LOG.warnf("The identity provider is away: %s", FailureName.ofRoot(exception));
    return problem(KnownCauses.away(), context);
  }

  @ServerExceptionMapper
  public Response incomplete(AuthenticationCompletionException exception, RoutingContext context) {
    return response(answers.answer(context, 401)).build();
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException exception, RoutingContext context) {
    return response(answers.answer(context, 403)).build();
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable exception, RoutingContext context) {
    var known = KnownCauses.problem(exception);
    if (known.isPresent()) {
      LOG.warnf("%s: %s", LoggedRequest.of(context), FailureName.ofRoot(exception));
      return problem(known.get(), context);
    }
    LOG.errorf(exception, "%s failed", LoggedRequest.of(context));
    return response(answers.answer(context, 500)).build();
  }

  /**
   * As the authentication mechanism wants it: a bearer challenge here, a redirect in the gateway.
   */
  private Uni<Response> challenge(RoutingContext context) {
    Response plain = unauthorized(context, null);
    HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
    if (authenticator == null) {
      return Uni.createFrom().item(plain);
    }
    return authenticator
        .getChallenge(context)
        .map(challenge -> challenge == null ? plain : unauthorized(context, challenge))
        .onFailure()
        .recoverWithItem(plain);
  }

  private Response unauthorized(RoutingContext context, ChallengeData challenge) {
    ResponseBuilder response =
        challenge == null || challenge.status == 401
            ? response(answers.answer(context, 401))
            : Response.status(challenge.status);
    if (challenge == null) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    } else if (challenge.headerName != null) {
      response.header(challenge.headerName.toString(), challenge.headerContent);
    }
    return response.build();
  }

  private static ResponseBuilder response(Answer answer) {
    return Response.status(answer.status()).entity(answer.body()).type(answer.contentType());
  }

  private static void copy(ResponseBuilder response, String name, List<String> values) {
    if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
        && !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
      values.forEach(value -> response.header(name, value));
    }
  }
}
