package health.sojourn.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns Bean Validation's paths into JSON Pointers of the body. */
public final class Violations {
  /** Codes that say more than the constraint's name. */
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("NotNull", "required"),
          Map.entry("NotBlank", "required"),
          Map.entry("NotEmpty", "required"),
          Map.entry("Size", "wrong-length"),
          Map.entry("Pattern", "wrong-format"),
          Map.entry("Email", "wrong-format"),
          Map.entry("Min", "out-of-range"),
          Map.entry("Max", "out-of-range"),
          Map.entry("DecimalMin", "out-of-range"),
          Map.entry("DecimalMax", "out-of-range"),
          Map.entry("Positive", "out-of-range"),
          Map.entry("PositiveOrZero", "out-of-range"));

  private Violations() {}

  /** 400 if a parameter of the address or a header is wrong, otherwise 422 about the body. */
  static Problem problem(Set<? extends ConstraintViolation<?>> violations) {
    for (ConstraintViolation<?> violation : violations) {
      Integer parameter = parameterOf(violation);
      if (parameter != null && Parameters.isOutsideTheBody(parameter)) {
        return Parameters.invalid(Parameters.name(parameter), violation.getMessage());
      }
    }
    List<FieldError> errors = errors(violations);
    if (errors.stream().anyMatch(error -> error.pointer().isEmpty() && isMissing(error))) {
      return PresentBody.missing();
    }
    return Problem.invalid(errors);
  }

  /** For who validates by hand, to name these together with mistakes found otherwise. */
  public static List<FieldError> errors(Set<? extends ConstraintViolation<?>> violations) {
    return violations.stream()
        .map(
            violation ->
                new FieldError(pointer(violation), code(violation), violation.getMessage()))
        .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
        .toList();
  }

  private static boolean isMissing(FieldError error) {
    return error.code().equals("required");
  }

  private static Integer parameterOf(ConstraintViolation<?> violation) {
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.PARAMETER) {
        return node.as(Path.ParameterNode.class).getParameterIndex();
      }
    }
    return null;
  }

  private static String pointer(ConstraintViolation<?> violation) {
    var pointer = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.PARAMETER) {
        int index = node.as(Path.ParameterNode.class).getParameterIndex();
        Parameters.formField(index).ifPresent(field -> pointer.append('/').append(field));
      }
      if (node.isInIterable()) {
        Object position = node.getIndex() != null ? node.getIndex() : node.getKey();
        if (position != null) {
          pointer.append('/').append(position);
        }
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(node.getName().replace("~", "~0").replace("/", "~1"));
      }
    }
    return pointer.toString();
  }

  private static String code(ConstraintViolation<?> violation) {
    Class<? extends Annotation> constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType();
    String name = constraint.getSimpleName();
    return CODES.getOrDefault(name, name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase());
  }
}
