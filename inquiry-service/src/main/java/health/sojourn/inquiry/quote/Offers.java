package health.sojourn.inquiry.quote;

import health.sojourn.inquiry.directory.Directory;
import health.sojourn.inquiry.intake.Dossiers;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.lead.Lead;
import health.sojourn.inquiry.lead.Leads;
import health.sojourn.money.Money;
import health.sojourn.money.Rates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the quotes of an inquiry side by side. */
@ApplicationScoped
public class Offers {
  private final Quotes quotes;
  private final Choosing choosing;
  private final ProviderQuotes provider;
  private final Leads leads;
  private final Directory directory;
  private final Dossiers dossiers;
  private final Rates rates = Rates.shipped();

  Offers(
      Quotes quotes,
      Choosing choosing,
      ProviderQuotes provider,
      Leads leads,
      Directory directory,
      Dossiers dossiers) {
    this.quotes = quotes;
    this.choosing = choosing;
    this.provider = provider;
    this.leads = leads;
    this.directory = directory;
    this.dossiers = dossiers;
  }

  /** In no transaction of the caller's: another service is asked. */
  public OfferList of(Inquiry inquiry) {
    List<Quote> newest = quotes.newest(inquiry.id());
    if (newest.isEmpty()) {
      return OfferList.of(List.of(), rates.asOf());
    }
    Map<UUID, Lead> asked =
        leads.of(inquiry.id()).stream().collect(Collectors.toMap(Lead::id, Function.identity()));
    Map<String, String> names = directory.names(asked.values().stream().map(Lead::clinic).toList());
    Optional<Choice> choice = choosing.of(inquiry.id());
    Money budget = dossiers.health(inquiry).wishes().budget();
    return OfferList.of(
        newest.stream()
            .map(quote -> offer(quote, asked.get(quote.leadId()), names, choice, budget))
            .toList(),
        rates.asOf());
  }

  private Offer offer(
      Quote quote, Lead lead, Map<String, String> names, Optional<Choice> choice, Money budget) {
    return new Offer(
        lead.id(),
        lead.clinic(),
        names.get(lead.clinic()),
        quote.quoteId(),
        quote.version(),
        quote.madeAt(),
        quote.withdrawnAt(),
        quote.validUntil(),
        lead.status().live() ? quotes.standing(quote, lead.clinic()) : Quote.Standing.ENDED,
        choice.filter(made -> made.leadId().equals(lead.id())).isPresent(),
        quote.total(),
        converted(quote.total(), budget),
        provider.of(lead.id()).stream()
            .filter(whole -> whole.id().equals(quote.quoteId()))
            .filter(whole -> whole.version() == quote.version())
            .findFirst()
            .orElse(null));
  }

  private Money converted(Money total, Money budget) {
    return budget == null || budget.currency().equals(total.currency())
        ? null
        : rates.convert(total, budget.currency()).orElse(null);
  }
}
