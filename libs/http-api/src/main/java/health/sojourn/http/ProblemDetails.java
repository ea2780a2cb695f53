package health.sojourn.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A problem as it is answered (RFC 9457).
 *
 * @param type {@code <public address>/problems/{code}}, a page that says what to do
 * @param title the same for all problems of this code
 * @param detail about this one
 * @param code stable, kebab-case; what a program should look at
 * @param requestId what to quote when asking for help
 * @param errors for validation: each field that needs another look
 */
public record ProblemDetails(
    String type,
    String title,
    int status,
    String detail,
    String code,
    String requestId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {}
