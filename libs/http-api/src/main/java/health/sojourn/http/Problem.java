package health.sojourn.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error the caller can act on, answered as RFC 9457 {@code application/problem+json}, or as a
 * page to a browser. Thrown inside a transaction, it rolls it back.
 */
public class Problem extends RuntimeException {
  private final int status;
  private final String code;
  private final List<FieldError> errors;
  private final Map<String, String> headers = new LinkedHashMap<>();

  /**
   * @param code stable, kebab-case; {@code /problems/{code}} explains it
   * @param detail what happened and what to do; shown to the caller
   */
  public Problem(int status, String code, String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.errors = List.copyOf(errors);
  }

  public static Problem badRequest(String code, String detail) {
    return new Problem(400, code, detail, List.of());
  }

  public static Problem forbidden(String code, String detail) {
    return new Problem(403, code, detail, List.of());
  }

  public static Problem notFound(String code, String detail) {
    return new Problem(404, code, detail, List.of());
  }

  public static Problem conflict(String code, String detail) {
    return new Problem(409, code, detail, List.of());
  }

  public static Problem invalid(List<FieldError> errors) {
    return new Problem(422, "validation-failed", "Some fields need another look.", errors);
  }

  /** Adds a header to the answer, such as {@code Retry-After}. */
  public Problem with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public List<FieldError> errors() {
    return errors;
  }

  /**
   * For a form: its fields' mistakes, or else the problem itself.
   *
   * @param pointer where the problem belongs if it names no field
   */
  public List<FieldError> errorsOr(String pointer) {
    return errors.isEmpty() ? List.of(new FieldError(pointer, code, getMessage())) : errors;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
