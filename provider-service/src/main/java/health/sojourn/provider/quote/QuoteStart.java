package health.sojourn.provider.quote;

import health.sojourn.defaults.Ids;
import health.sojourn.provider.directory.Clinic;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.leadinbox.DeskFrame;
import health.sojourn.provider.leadinbox.InboxLead;
import health.sojourn.provider.offer.Offer;
import health.sojourn.provider.offer.PriceRange;
import health.sojourn.provider.verification.FactName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a quote's form begins with: a template, the version before, or what the clinic offers. */
@ApplicationScoped
class QuoteStart {
  private static final int DAYS_OF_VALIDITY = 30;

  @Inject Quotes quotes;
  @Inject QuoteTemplates templates;
  @Inject Clinics clinics;
  @Inject Ids ids;

  /**
   * @param template null for none
   */
  @Transactional
  QuoteForm form(DeskFrame frame, InboxLead lead, UUID template) {
    List<Quotes.Version> versions = quotes.of(lead.id(), frame.slug());
    NewQuote draft =
        template != null
            ? templates.get(template, frame.slug()).draft
            : versions.stream()
                .findFirst()
                .map(it -> draft(it.quote().terms()))
                .orElseGet(() -> offered(lead));
    int version = versions.isEmpty() ? 1 : versions.get(0).quote().version() + 1;
    LocalDate validUntil = frame.today().plusDays(DAYS_OF_VALIDITY);
    return QuoteForm.of(draft, ids.next().toString(), version, validUntil);
  }

  private static NewQuote draft(QuoteTerms terms) {
    return new NewQuote(
        terms.items().stream()
            .map(
                it ->
                    new NewQuote.Item(
                        it.text(),
                        new NewQuote.Price(
                            it.amount().amount().toPlainString(), it.amount().currency())))
            .toList(),
        terms.included(),
        terms.excluded(),
        terms.visits(),
        terms.nights(),
        terms.followUp(),
        terms.deposit() == null
            ? null
            : new NewQuote.Price(
                terms.deposit().amount().toPlainString(), terms.deposit().currency()),
        terms.refundRule(),
        null,
        terms.language(),
        null);
  }

  /** The words of its profile; prices are for the clinic to write. */
  private NewQuote offered(InboxLead lead) {
    Clinic clinic = clinics.get(lead.clinic());
    Optional<Offer> offer = clinic.offerFor(lead.therapy());
    Optional<PriceRange> price = offer.flatMap(Offer::price);
    return new NewQuote(
        price
            .map(it -> List.of(new NewQuote.Item("", new NewQuote.Price("", it.min().currency()))))
            .orElse(List.of()),
        price.map(PriceRange::included).orElse(List.of()),
        price.map(PriceRange::excluded).orElse(List.of()),
        1,
        offer
            .flatMap(it -> it.facts().number(FactName.STAY_NIGHTS))
            .map(it -> it.intValue())
            .orElse(0),
        null,
        null,
        offer.flatMap(it -> it.facts().text(FactName.REFUND_RULE)).orElse(null),
        null,
        clinic.languages().contains(lead.language())
            ? lead.language()
            : clinic.languages().stream().findFirst().orElse("en"),
        null);
  }
}
