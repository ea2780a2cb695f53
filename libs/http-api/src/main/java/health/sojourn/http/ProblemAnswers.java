package health.sojourn.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.defaults.RequestId;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives a failure its form: a page for a browser, problem+json for everybody else. */
@Singleton
public class ProblemAnswers {
  static final String PROBLEM_JSON = "application/problem+json";
  private static final String HTML = "text/html;charset=UTF-8";

  /** A finished answer. */
  public record Answer(int status, String contentType, String body) {}

  private final ProblemCatalogue catalogue;
  private final ProblemPage page;
  private final ObjectMapper json;
  private final String publicUrl;

  ProblemAnswers(
      ProblemCatalogue catalogue,
      ProblemPage page,
      ObjectMapper json,
      @ConfigProperty(name = "sojourn.public-url") String publicUrl) {
    this.catalogue = catalogue;
    this.page = page;
    this.json = json;
    this.publicUrl = publicUrl;
  }

  /** The answer for a status that has nothing more to say. */
  public Answer answer(RoutingContext context, int status) {
    StandardProblem standard = StandardProblem.of(status);
    return answer(context, status, standard.code(), standard.detail(), List.of());
  }

  public Answer answer(
      RoutingContext context, int status, String code, String detail, List<FieldError> errors) {
    return wantsPage(context)
        ? page(context, status, code, detail, errors)
        : json(
            details(context, catalogue.describe(code, Language.ENGLISH), status, detail, errors));
  }

  private Answer page(
      RoutingContext context, int status, String code, String detail, List<FieldError> errors) {
    Language language = Language.of(context);
    ProblemCatalogue.Entry entry = catalogue.describe(code, language);
    List<FieldError> shown =
        errors.stream()
            .map(one -> new FieldError(one.pointer(), one.code(), FieldTexts.say(one, language)))
            .toList();
    String said = catalogue.detail(code, language, detail);
    ProblemDetails problem = details(context, entry, status, said, shown);
    return new Answer(status, HTML, page.render(problem, entry.advice(), context));
  }

  private ProblemDetails details(
      RoutingContext context,
      ProblemCatalogue.Entry entry,
      int status,
      String detail,
      List<FieldError> errors) {
    return new ProblemDetails(
        publicUrl + "/problems/" + entry.code(),
        entry.title(),
        status,
        detail,
        entry.code(),
        RequestId.of(context),
        errors);
  }

  private Answer json(ProblemDetails problem) {
    try {
      return new Answer(problem.status(), PROBLEM_JSON, json.writeValueAsString(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers outside of JAX-RS, such as from a filter, a proxy or a failure handler. */
  public void send(RoutingContext context, Answer answer) {
    var response = context.response();
    if (response.ended()) {
      return;
    }
    if (response.headWritten()) {
      // Half an answer has left; cutting it off is the only honest end.
      response.close();
      return;
    }
    response
        .setStatusCode(answer.status())
        .putHeader("Content-Type", answer.contentType())
        .end(answer.body());
  }

  private static boolean wantsPage(RoutingContext context) {
    String path = context.request().path();
    if (path == null || path.startsWith("/api/") || path.startsWith("/internal/")) {
      return false;
    }
    String accept = context.request().getHeader("Accept");
    return accept != null && accept.contains("text/html");
  }
}
