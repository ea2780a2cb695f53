package health.sojourn.provider.quote;

import health.sojourn.messaging.Contract;
import health.sojourn.messaging.Outbox;
import health.sojourn.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What a clinic did with a quote, said in the transaction that did it. */
@ApplicationScoped
class QuoteEvents {
  static final Contract MADE = of("quote-made");
  static final Contract WITHDRAWN = of("quote-withdrawn");

  @Inject Outbox outbox;

  record Made(
      UUID leadId,
      String clinic,
      Instant at,
      UUID quoteId,
      int version,
      Money total,
      LocalDate validUntil) {}

  record Withdrawn(UUID leadId, String clinic, Instant at, UUID quoteId, int version) {}

  void made(Quote quote, String clinic) {
    outbox.append(
        MADE,
        quote.leadId().toString(),
        new Made(
            quote.leadId(),
            clinic,
            quote.madeAt(),
            quote.id(),
            quote.version(),
            quote.total(),
            quote.validUntil()));
  }

  void withdrawn(Quote quote, String clinic) {
    outbox.append(
        WITHDRAWN,
        quote.leadId().toString(),
        new Withdrawn(quote.leadId(), clinic, quote.withdrawnAt(), quote.id(), quote.version()));
  }

  private static Contract of(String event) {
    return Contract.v1("provider.answers", "provider", event);
  }
}
