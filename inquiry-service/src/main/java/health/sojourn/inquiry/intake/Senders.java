package health.sojourn.inquiry.intake;

import health.sojourn.http.Problem;
import health.sojourn.inquiry.privacy.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who is calling. */
@ApplicationScoped
public class Senders {
  private final SecurityIdentity identity;

  Senders(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The sender of this inquiry by the caller's token, or the patient without one. */
  Sender of(NewInquiry asked, String idempotencyKey) {
    if (identity.hasRole("partner")) {
      if (idempotencyKey == null || idempotencyKey.isBlank()) {
        throw Problem.badRequest(
            "idempotency-key-missing",
            "Send an Idempotency-Key header, so that a repeat does not become a second inquiry.");
      }
      return Sender.partner(userName());
    }
    if (facilitator().isPresent()) {
      return Sender.facilitator(
          userName(), asked.channel() == null ? Channel.DESK : asked.channel());
    }
    if (asked.channel() != null) {
      throw Problem.forbidden(
          "channel-not-yours", "Only a facilitator may say how an inquiry reached us.");
    }
    return Sender.API;
  }

  /** Scopes an idempotency key: the same key of two callers is two keys. */
  public String caller(HttpServerRequest request) {
    return identity.isAnonymous()
        ? "address:" + request.remoteAddress().hostAddress()
        : "user:" + userName();
  }

  /** The calling facilitator, if one calls. */
  public Optional<Actor> facilitator() {
    return identity.hasRole("facilitator")
        ? Optional.of(Actor.facilitator(userName()))
        : Optional.empty();
  }

  String userName() {
    return identity.getPrincipal().getName();
  }
}
