package health.sojourn.provider.quote;

import health.sojourn.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a clinic offers for what price, in one currency. Written once and never changed: another
 * offer is another version.
 *
 * @param items at least one
 * @param followUp null if nothing is promised
 * @param deposit null if none is asked for; never more than the total
 * @param language BCP 47, of the words in it
 */
@Schema(name = "QuoteTerms")
public record QuoteTerms(
    List<Item> items,
    List<String> included,
    List<String> excluded,
    int visits,
    int nights,
    String followUp,
    Money deposit,
    String refundRule,
    String language) {

  @Schema(name = "PricedItem")
  public record Item(@Schema(maxLength = 200) String text, Money amount) {}

  /** Of all items. */
  public Money total() {
    BigDecimal sum =
        items.stream().map(it -> it.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Money(sum, items.get(0).amount().currency());
  }
}
