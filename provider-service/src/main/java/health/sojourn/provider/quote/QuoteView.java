package health.sojourn.provider.quote;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.sojourn.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version of a quote, whole. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Quote")
public record QuoteView(
    UUID id,
    @Schema(description = "Counts from 1 for each lead; a later one replaces the earlier")
        int version,
    QuoteState state,
    Instant madeAt,
    @Schema(description = "Absent unless it was taken back") Instant withdrawnAt,
    @Schema(description = "The last day on which it can be chosen, in the clinic's zone")
        LocalDate validUntil,
    Money total,
    List<QuoteTerms.Item> items,
    @Schema(description = "What the price includes, in the clinic's words") List<String> included,
    @Schema(description = "What it does not include") List<String> excluded,
    int visits,
    int nights,
    @Schema(maxLength = 1000) String followUp,
    Money deposit,
    @Schema(maxLength = 1000) String refundRule,
    @Schema(description = "BCP 47, of the words in it", maxLength = 35) String language) {

  static QuoteView of(Quotes.Version version) {
    Quote quote = version.quote();
    QuoteTerms terms = quote.terms();
    return new QuoteView(
        quote.id(),
        quote.version(),
        version.state(),
        quote.madeAt(),
        quote.withdrawnAt(),
        quote.validUntil(),
        quote.total(),
        terms.items(),
        terms.included(),
        terms.excluded(),
        terms.visits(),
        terms.nights(),
        terms.followUp(),
        terms.deposit(),
        terms.refundRule(),
        terms.language());
  }

  /** All versions, newest first. */
  @Schema(name = "Quotes")
  record All(List<QuoteView> items) {
    static All of(List<Quotes.Version> versions) {
      return new All(versions.stream().map(QuoteView::of).toList());
    }
  }
}
