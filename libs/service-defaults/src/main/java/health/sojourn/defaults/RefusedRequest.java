package health.sojourn.defaults;

/**
 * A request that is refused before anything reads it. It fails the routing context; {@code
 * libs/http-api} gives it a form.
 */
public final class RefusedRequest extends RuntimeException {
  private final int status;
  private final String code;

  RefusedRequest(int status, String code, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
  }

  public int status() {
    return status;
  }

  /** Stable, kebab-case, as in a problem. */
  public String code() {
    return code;
  }
}
