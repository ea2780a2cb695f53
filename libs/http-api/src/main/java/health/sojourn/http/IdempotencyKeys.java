package health.sojourn.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * Idempotency keys after draft-ietf-httpapi-idempotency-key-header-07. The key's row is written in
 * the transaction of the effect.
 */
@ApplicationScoped
public class IdempotencyKeys {

  /**
   * Runs the effect once per caller, route and key and stores its answer (status, Location, JSON
   * body). Joins or opens a transaction.
   *
   * @param caller who asks: a subject, a partner, or an address
   * @param route such as {@code POST /api/v1/inquiries}
   * @param key from the header; null runs the effect without a guard
   * @param body the request as read; another body under the same key is 422
   * @return the effect's answer, or the stored one with {@code Idempotency-Replayed: true}
   */
  @Transactional
  public Response once(
      String caller, String route, String key, Object body, Supplier<Response> effect) {
    throw new UnsupportedOperationException();
  }
}
