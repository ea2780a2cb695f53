package health.sojourn.inquiry.quote;

import health.sojourn.defaults.Ids;
import health.sojourn.inquiry.lead.LeadView;
import health.sojourn.inquiry.lead.Leads;
import health.sojourn.money.Money;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Quotes that clinics make and take back, without the way over Kafka. */
@ApplicationScoped
public class QuoteMoves {
  private static final String WHOLE =
      """
      {"items":[{"id":"%s","version":%d,"madeAt":"2026-11-20T15:00:00Z","validUntil":"2026-12-31",
        "total":{"amount":"%s","currency":"USD"},
        "items":[{"text":"Injection of both knees","amount":{"amount":"%s","currency":"USD"}}],
        "included":["Airport transfer"],"excluded":["Flight"],"visits":2,"nights":3,
        "followUp":"A call after six weeks","deposit":{"amount":"500.00","currency":"USD"},
        "refundRule":"Half of it until seven days before","language":"en","another":"thing"}]}
      """;

  private final QuoteHandlers handlers;
  private final Leads leads;
  private final Ids ids;
  private final Clock clock;

  QuoteMoves(QuoteHandlers handlers, Leads leads, Ids ids, Clock clock) {
    this.handlers = handlers;
    this.leads = leads;
    this.ids = ids;
    this.clock = clock;
  }

  /** Of one lead, in one version. */
  public record Made(UUID lead, UUID id, int version) {
    public String key() {
      return lead + "/" + id + "/" + version;
    }
  }

  /** A quote that holds for two weeks. */
  public Made quotes(UUID lead, String dollars) {
    return quotes(lead, 1, dollars);
  }

  public Made quotes(UUID lead, int version, String dollars) {
    Made made = new Made(lead, ids.next(), version);
    String clinic = clinic(lead);
    LocalDate until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(14);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                handlers.made(
                    new QuoteHandlers.Made(
                        lead,
                        clinic,
                        clock.instant(),
                        made.id(),
                        version,
                        Money.of(dollars, "USD"),
                        until)));
    return made;
  }

  /** The provider-service answers with the whole of it. */
  public Made tellsTheWhole(Made made, String dollars) {
    FakeProvider.tells(made.lead(), WHOLE.formatted(made.id(), made.version(), dollars, dollars));
    return made;
  }

  public void withdraws(Made made) {
    String clinic = clinic(made.lead());
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                handlers.withdrawn(
                    new QuoteHandlers.Withdrawn(
                        made.lead(), clinic, clock.instant(), made.id(), made.version())));
  }

  private String clinic(UUID lead) {
    return QuarkusTransaction.requiringNew()
        .call(() -> leads.find(lead).map(LeadView::of).orElseThrow().clinic());
  }
}
