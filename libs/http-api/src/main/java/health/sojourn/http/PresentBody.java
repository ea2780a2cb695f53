package health.sojourn.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A resource that reads a body never gets null for it. */
@Provider
public class PresentBody implements ReaderInterceptor {

  static Problem missing() {
    return Problem.badRequest("body-missing", "Send a JSON object.");
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context)
      throws IOException, WebApplicationException {
    Object body = context.proceed();
    if (body == null) {
      throw missing();
    }
    return body;
  }
}
