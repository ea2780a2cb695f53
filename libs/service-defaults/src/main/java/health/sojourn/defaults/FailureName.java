package health.sojourn.defaults;

import jakarta.ws.rs.WebApplicationException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.sql.SQLException;

/**
 * What a log may say about an exception: its class, not its message, because messages quote what
 * people typed (a mail server the address it refuses, a parser the text it can't read).
 */
public final class FailureName {
  private FailureName() {}

  /**
   * Such as {@code PSQLException (57P03)}. Only what can't reach another machine keeps its words:
   * they name our own addresses.
   */
  public static String of(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    if (failure instanceof SQLException sql && sql.getSQLState() != null) {
      return name + " (" + sql.getSQLState() + ")";
    }
    if (failure instanceof WebApplicationException http) {
      return name + " (" + http.getResponse().getStatus() + ")";
    }
    boolean aboutAddresses =
        failure instanceof SocketException || failure instanceof UnknownHostException;
    return aboutAddresses ? name + ": " + failure.getMessage() : name;
  }

  /** The same of what caused everything else. */
  public static String ofRoot(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return of(root);
  }
}
