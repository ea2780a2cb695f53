package health.sojourn.http;

/**
 * One field that needs another look.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, such as {@code /patient/email}
 * @param code stable, kebab-case
 * @param detail what to do
 */
public record FieldError(String pointer, String code, String detail) {}
