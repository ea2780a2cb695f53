package health.sojourn.messaging;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how events flow. Always up: a broker that is away makes events late but is no reason to
 * take a service down.
 */
@Singleton
@Readiness
class MessagingHealth implements HealthCheck {
  private final Messaging messaging;
  private final OutboxTable outbox;
  private final DeadLetterTable deadLetters;

  MessagingHealth(Messaging messaging, OutboxTable outbox, DeadLetterTable deadLetters) {
    this.messaging = messaging;
    this.outbox = outbox;
    this.deadLetters = deadLetters;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder health =
        HealthCheckResponse.named("messaging")
            .up()
            .withData("relay", messaging.relay())
            .withData("inbox", messaging.inbox());
    try {
      OutboxTable.Backlog backlog = outbox.backlog();
      health.withData("backlog", backlog.events());
      health.withData("oldestSeconds", backlog.oldest().toSeconds());
      health.withData("deadLetters", deadLetters.counts().failed());
    } catch (SQLException | IllegalStateException e) {
      health.withData("database", Failure.reason(e));
    }
    return health.build();
  }
}
