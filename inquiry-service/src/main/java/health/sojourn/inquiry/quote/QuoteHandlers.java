package health.sojourn.inquiry.quote;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import health.sojourn.inquiry.clock.Clocks;
import health.sojourn.inquiry.clock.RunningClock.Kind;
import health.sojourn.inquiry.lead.AnswerHandler;
import health.sojourn.inquiry.lead.ClinicAnswers;
import health.sojourn.inquiry.lead.LeadStatus;
import health.sojourn.inquiry.lead.Leads.Held;
import health.sojourn.messaging.EventHandler;
import health.sojourn.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A clinic makes a quote, or takes it back. */
@ApplicationScoped
class QuoteHandlers {
  private final ClinicAnswers answers;
  private final Quotes quotes;
  private final Clocks clocks;

  QuoteHandlers(ClinicAnswers answers, Quotes quotes, Clocks clocks) {
    this.answers = answers;
    this.quotes = quotes;
    this.clocks = clocks;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Made(
      UUID leadId,
      String clinic,
      Instant at,
      UUID quoteId,
      int version,
      Money total,
      LocalDate validUntil) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Withdrawn(UUID leadId, String clinic, Instant at, UUID quoteId, int version) {}

  @Produces
  @Singleton
  EventHandler<Made> onMade() {
    return AnswerHandler.on("quote-made", Made.class, this::made);
  }

  @Produces
  @Singleton
  EventHandler<Withdrawn> onWithdrawn() {
    return AnswerHandler.on("quote-withdrawn", Withdrawn.class, this::withdrawn);
  }

  void made(Made said) {
    answers
        .quoted(said.leadId(), said.clinic(), said.at())
        .ifPresent(
            held -> {
              quotes
                  .version(said.leadId(), said.version(), said.quoteId())
                  .made(said.total(), said.validUntil(), said.at());
              clocks.stopForLead(said.leadId(), List.of(Kind.QUOTE));
              askAgainIfNoneHolds(held, said.at());
            });
  }

  void withdrawn(Withdrawn said) {
    answers
        .held(said.leadId(), said.clinic())
        .ifPresent(
            held -> {
              quotes.version(said.leadId(), said.version(), said.quoteId()).withdraw(said.at());
              answers.tell(held, "quote-withdrawn", said.at(), Map.of("version", said.version()));
              askAgainIfNoneHolds(held, said.at());
            });
  }

  /** Nobody waits without a clock: a clinic that took its quote back owes another one. */
  private void askAgainIfNoneHolds(Held held, Instant at) {
    if (held.lead().status() == LeadStatus.QUOTED
        && !quotes.anyOpen(held.lead().id(), held.lead().clinic())) {
      clocks.stopForLead(held.lead().id(), List.of(Kind.QUOTE));
      answers.awaitQuote(held.lead(), at);
    }
  }
}
