package health.sojourn.http;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.common.util.URLUtils;

/** Finds in an exception's causes what is not our mistake: the database away, a lost race. */
final class KnownCauses {
  private static final String RETRY_SECONDS = "5";

  private KnownCauses() {}

  static Optional<Problem> problem(Throwable exception) {
    for (Throwable cause = exception; cause != null; cause = next(cause)) {
      if (cause instanceof Problem problem) {
        return Optional.of(problem);
      }
      if (cause instanceof OptimisticLockException) {
        return Optional.of(
            Problem.conflict("changed-meanwhile", "Somebody else changed this at the same time."));
      }
      if (isUndecodableForm(cause)) {
        return Optional.of(
            Problem.badRequest("bad-request", "A form field is not percent-encoded as it should."));
      }
      if (cause instanceof SQLException sql) {
        Optional<Problem> problem = problem(sql);
        if (problem.isPresent()) {
          return problem;
        }
      }
    }
    return Optional.empty();
  }

  /** The framework has no exception of its own for it; only the place tells. */
  private static boolean isUndecodableForm(Throwable cause) {
    return cause instanceof IllegalArgumentException
        && cause.getStackTrace().length > 0
        && cause.getStackTrace()[0].getClassName().equals(URLUtils.class.getName());
  }

  /** By SQLSTATE, see PostgreSQL's appendix A. */
  private static Optional<Problem> problem(SQLException exception) {
    String state = exception.getSQLState();
    if (state == null) {
      // The pool has no state for it.
      boolean waited = String.valueOf(exception.getMessage()).startsWith("Acquisition timeout");
      return waited ? Optional.of(away()) : Optional.empty();
    }
    return switch (state) {
      // Zero bytes, and what is not UTF-8.
      case "22021", "22P05" ->
          Optional.of(
              Problem.badRequest("malformed-text", "A text holds a character we can't store."));
      case "40001", "40P01", "55P03" ->
          Optional.of(
              Problem.conflict("changed-meanwhile", "Somebody else changed this at the same time.")
                  .with("Retry-After", "1"));
      default ->
          state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")
              ? Optional.of(away())
              : Optional.empty();
    };
  }

  static Problem away() {
    StandardProblem standard = StandardProblem.of(503);
    return new Problem(503, standard.code(), standard.detail(), List.of())
        .with("Retry-After", RETRY_SECONDS);
  }

  private static Throwable next(Throwable cause) {
    return cause.getCause() == cause ? null : cause.getCause();
  }
}
