package health.sojourn.http;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Which parameter of the running resource method is wrong. The framework answers an unreadable
 * query parameter with 404, as JAX-RS says, and does not tell which one it was.
 */
final class Parameters {
  private Parameters() {}

  /**
   * The name of the query parameter that could not be converted; empty if it was one of the path,
   * where 404 is right. Converters name the text they refuse in their message.
   */
  static Optional<String> unreadable(Throwable refusal) {
    ResteasyReactiveRequestContext request = CurrentRequestManager.get();
    Method method = method(request);
    if (method == null) {
      return Optional.empty();
    }
    String message = String.valueOf(refusal);
    String suspect = "query";
    for (Parameter parameter : method.getParameters()) {
      if (parameter.getType() == String.class) {
        continue;
      }
      for (Annotation annotation : parameter.getAnnotations()) {
        String path = pathName(annotation, parameter.getName());
        if (path != null
            && message.contains(request.getUriInfo().getPathParameters().getFirst(path))) {
          return Optional.empty();
        }
        String query = queryName(annotation, parameter.getName());
        if (query != null && request.getQueryParameter(query, true, false) instanceof String sent) {
          suspect = suspect.equals("query") || message.contains(sent) ? query : suspect;
        }
      }
    }
    return Optional.of(suspect);
  }

  static Problem invalid(String parameter) {
    return invalid(parameter, "It is not in the right form.");
  }

  static Problem invalid(String parameter, String detail) {
    return Problem.badRequest("invalid-parameter", "Parameter “" + parameter + "”: " + detail);
  }

  static boolean isOutsideTheBody(int index) {
    Method method = method(CurrentRequestManager.get());
    if (method == null) {
      return false;
    }
    for (Annotation annotation : method.getParameterAnnotations()[index]) {
      if (annotation instanceof QueryParam
          || annotation instanceof RestQuery
          || annotation instanceof PathParam
          || annotation instanceof RestPath
          || annotation instanceof HeaderParam
          || annotation instanceof RestHeader
          || annotation instanceof CookieParam
          || annotation instanceof RestCookie) {
        return true;
      }
    }
    return false;
  }

  static String name(int index) {
    Method method = method(CurrentRequestManager.get());
    String declared = method.getParameters()[index].getName();
    for (Annotation annotation : method.getParameterAnnotations()[index]) {
      String query = queryName(annotation, declared);
      if (query != null) {
        return query;
      }
      if (annotation instanceof HeaderParam header) {
        return header.value();
      }
    }
    return declared;
  }

  static Optional<String> formField(int index) {
    Method method = method(CurrentRequestManager.get());
    if (method == null) {
      return Optional.empty();
    }
    Parameter parameter = method.getParameters()[index];
    if (parameter.isAnnotationPresent(FormParam.class)) {
      return Optional.of(parameter.getAnnotation(FormParam.class).value());
    }
    RestForm form = parameter.getAnnotation(RestForm.class);
    return Optional.ofNullable(form)
        .map(rest -> rest.value().isEmpty() ? parameter.getName() : rest.value());
  }

  private static String pathName(Annotation annotation, String declared) {
    if (annotation instanceof PathParam path) {
      return path.value();
    }
    if (annotation instanceof RestPath path) {
      return path.value().isEmpty() ? declared : path.value();
    }
    return null;
  }

  private static String queryName(Annotation annotation, String declared) {
    if (annotation instanceof QueryParam query) {
      return query.value();
    }
    if (annotation instanceof RestQuery query) {
      return query.value().isEmpty() ? declared : query.value();
    }
    return null;
  }

  private static Method method(ResteasyReactiveRequestContext request) {
    return request == null || request.getTarget() == null
        ? null
        : request.getTarget().getLazyMethod().getMethod();
  }
}
