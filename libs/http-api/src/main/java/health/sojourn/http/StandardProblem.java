package health.sojourn.http;

/** The code and the words for a status when nothing more is known. */
record StandardProblem(String code, String detail) {

  static StandardProblem of(int status) {
    return switch (status) {
      case 400 -> new StandardProblem("bad-request", "The request could not be understood.");
      case 401 -> new StandardProblem("not-signed-in", "Sign in, or send a valid token.");
      case 403 -> new StandardProblem("not-allowed", "You are not allowed to do this.");
      case 404 -> new StandardProblem("not-found", "There is nothing at this address.");
      case 405 ->
          new StandardProblem("method-not-allowed", "This address does not know that method.");
      case 406 ->
          new StandardProblem("not-acceptable", "This address has no answer in that media type.");
      case 409 -> new StandardProblem("conflict", "The current state does not allow this.");
      case 412 -> new StandardProblem("precondition-failed", "It was changed by somebody else.");
      case 413 -> new StandardProblem("body-too-large", "The body is too large.");
      case 415 ->
          new StandardProblem(
              "unsupported-media-type", "This address does not read that media type.");
      case 428 -> new StandardProblem("precondition-required", "If-Match is missing.");
      case 429 -> new StandardProblem("too-many-requests", "Wait a moment before the next try.");
      case 502 -> new StandardProblem("bad-gateway", "A part of the platform answered nonsense.");
      case 503 ->
          new StandardProblem("unavailable", "A part of the platform is away. Try again soon.");
      case 504 ->
          new StandardProblem("gateway-timeout", "A part of the platform took too long to answer.");
      default ->
          status < 500
              ? new StandardProblem("bad-request", "The request could not be answered.")
              : new StandardProblem(
                  "internal-error", "Something went wrong on our side. It has been logged.");
    };
  }
}
