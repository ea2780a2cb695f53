package health.sojourn.inquiry.lead;

import health.sojourn.messaging.Contract;
import health.sojourn.messaging.Envelope;
import health.sojourn.messaging.EventHandler;
import java.util.function.Consumer;

/**
 * Acts on one kind of answer of a clinic.
 *
 * @param <A> the answer, with only the fields that are read
 */
public record AnswerHandler<A>(Contract contract, Class<A> payload, Consumer<A> action)
    implements EventHandler<A> {

  /**
   * @param event its name on {@code provider.answers}, such as {@code lead-accepted}
   */
  public static <A> EventHandler<A> on(String event, Class<A> payload, Consumer<A> action) {
    return new AnswerHandler<>(Contract.v1("provider.answers", "provider", event), payload, action);
  }

  @Override
  public void handle(A answer, Envelope envelope) {
    action.accept(answer);
  }
}
