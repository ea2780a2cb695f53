package health.sojourn.local;

/**
 * Something the person at the terminal can act on: the message says what happened and what to do.
 */
public final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Trouble(String message) {
    this(message, null);
  }

  public Trouble(String message, Throwable cause) {
    super(message, cause, false, false);
  }
}
