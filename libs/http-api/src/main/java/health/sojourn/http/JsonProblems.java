package health.sojourn.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wrong with a JSON body, without repeating what the parser says about our classes. */
final class JsonProblems {
  private JsonProblems() {}

  static Problem of(JsonProcessingException exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
    }
    return syntaxError(exception).map(JsonProblems::unreadable).orElseGet(() -> misfit(exception));
  }

  /** A mistake in the text itself is wrapped once for each record around it. */
  private static Optional<JsonProcessingException> syntaxError(JsonProcessingException exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonProcessingException json && !(cause instanceof DatabindException)) {
        return Optional.of(json);
      }
    }
    return Optional.empty();
  }

  private static Problem unreadable(JsonProcessingException exception) {
    if (String.valueOf(exception.getOriginalMessage()).startsWith("Duplicate field")) {
      return Problem.badRequest(
          "duplicate-key", "A name appears twice in one object" + where(exception) + ".");
    }
    return Problem.badRequest(
        "malformed-json", "The body is not the JSON we can read" + where(exception) + ".");
  }

  private static Problem misfit(JsonProcessingException exception) {
    if (exception instanceof InvalidFormatException wrong && isText(wrong)) {
      return Problem.invalid(List.of(wrongValue(wrong)));
    }
    if (exception instanceof ValueInstantiationException refused) {
      return Problem.invalid(
          List.of(new FieldError(pointer(refused), "invalid-value", "This value can't be used.")));
    }
    if (exception instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      String pointer = pointer(mapping);
      return new Problem(
          400,
          "malformed-json",
          "The value at " + pointer + " is of the wrong type.",
          List.of(new FieldError(pointer, "wrong-type", "This is of the wrong type.")));
    }
    return unreadable(exception);
  }

  /** A text where a text belongs, only not one we know: a date, a code, an id. */
  private static boolean isText(InvalidFormatException wrong) {
    Class<?> target = wrong.getTargetType();
    return wrong.getValue() instanceof String
        && !(target.isPrimitive() || Number.class.isAssignableFrom(target));
  }

  private static FieldError wrongValue(InvalidFormatException wrong) {
    Class<?> target = wrong.getTargetType();
    if (target.isEnum()) {
      String values =
          Arrays.stream(target.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
      return new FieldError(pointer(wrong), "unknown-value", "This must be one of " + values + ".");
    }
    return new FieldError(pointer(wrong), "wrong-format", "This is not in the right form.");
  }

  private static String pointer(JsonMappingException exception) {
    return exception.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? String.valueOf(step.getIndex())
                    : step.getFieldName().replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining("/", "/", ""));
  }

  private static String where(JsonProcessingException exception) {
    JsonLocation at = exception.getLocation();
    return at == null || at.getLineNr() < 1
        ? ""
        : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }
}
