package health.sojourn.provider.quote;

import health.sojourn.http.FieldError;
import health.sojourn.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A quote as a clinic writes it, by form or API, before it is checked; a template keeps one too.
 *
 * @param version which version of the lead's quote this is to be, so that two coordinators who
 *     write at once do not replace each other's unread; null for the next, whichever it is
 */
@Schema(name = "NewQuote")
public record NewQuote(
    @NotEmpty(message = "Write at least one line with its price.")
        @Size(max = 40, message = "Use at most 40 lines.")
        List<@NotNull @Valid Item> items,
    @Size(max = 40, message = "Name at most 40 things.")
        List<
                @NotBlank(message = "Leave out what is empty.")
                @Size(max = 200, message = "Use at most 200 characters a line.") String>
            included,
    @Size(max = 40, message = "Name at most 40 things.")
        List<
                @NotBlank(message = "Leave out what is empty.")
                @Size(max = 200, message = "Use at most 200 characters a line.") String>
            excluded,
    @NotNull(message = "Say how many visits it takes.")
        @Min(value = 1, message = "It takes at least one visit.")
        @Max(value = 50, message = "That many visits can't be right.")
        Integer visits,
    @NotNull(message = "Say how many nights; 0 for none.")
        @Min(value = 0, message = "It can't be fewer than none.")
        @Max(value = 365, message = "That many nights can't be right.")
        Integer nights,
    @Size(max = 1000, message = "Use at most 1000 characters.") String followUp,
    @Valid Price deposit,
    @NotBlank(message = "Say what the patient gets back when the treatment is cancelled.")
        @Size(max = 1000, message = "Use at most 1000 characters.")
        String refundRule,
    @NotNull(message = "Say until which day the quote holds.") LocalDate validUntil,
    @NotBlank(message = "Say which language the quote is written in.")
        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", message = "Choose a language.")
        @Size(max = 35)
        @Schema(description = "BCP 47, of the words of this quote")
        String language,
    @Min(1) Integer version) {

  static final int LONGEST_DAYS = 365;

  /**
   * @param text what is paid for
   */
  @Schema(name = "QuoteItem")
  public record Item(
      @NotBlank(message = "Say what this line is for.")
          @Size(max = 200, message = "Use at most 200 characters.")
          String text,
      @NotNull(message = "Write the price of this line.") @Valid Price amount) {}

  /** An amount as typed: a quote must not be rounded unseen. */
  @Schema(name = "QuotePrice")
  public record Price(
      @NotBlank(message = "Write the price of this line.")
          @Pattern(
              regexp = "\\d{1,10}(\\.\\d{1,3})?",
              message = "Write the amount with digits only, such as 1200 or 1200.50.")
          @Schema(examples = "1200.00")
          String amount,
      @NotBlank(message = "Choose a currency.")
          @Pattern(regexp = "[A-Z]{3}", message = "Choose a currency from the list.")
          @Schema(description = "ISO 4217", examples = "USD")
          String currency) {

    Money money() {
      return Money.of(amount, currency);
    }
  }

  public NewQuote {
    items = items == null ? List.of() : items;
    included = included == null ? List.of() : included;
    excluded = excluded == null ? List.of() : excluded;
  }

  /**
   * What no annotation can say, once every field by itself is well-formed.
   *
   * @param today in the clinic's zone
   */
  List<FieldError> errors(LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      checkPrice(items.get(i).amount(), "/items/" + i + "/amount", errors);
    }
    if (deposit != null) {
      checkPrice(deposit, "/deposit", errors);
    }
    if (errors.isEmpty()) {
      checkSums(errors);
    }
    if (validUntil.isBefore(today)) {
      errors.add(new FieldError("/validUntil", "in-the-past", "Choose a day from today on."));
    } else if (validUntil.isAfter(today.plusDays(LONGEST_DAYS))) {
      errors.add(new FieldError("/validUntil", "too-late", "A quote holds for at most a year."));
    }
    return errors;
  }

  private static void checkPrice(Price price, String pointer, List<FieldError> errors) {
    Currency currency =
        Currency.getAvailableCurrencies().stream()
            .filter(it -> it.getCurrencyCode().equals(price.currency()))
            .findFirst()
            .orElse(null);
    if (currency == null) {
      errors.add(
          new FieldError(
              pointer + "/currency", "unknown-value", "Choose a currency from the list."));
    } else if (new BigDecimal(price.amount()).stripTrailingZeros().scale()
        > Math.max(0, currency.getDefaultFractionDigits())) {
      errors.add(
          new FieldError(
              pointer + "/amount", "too-exact", "This currency has fewer decimals than that."));
    }
  }

  private void checkSums(List<FieldError> errors) {
    Set<String> currencies =
        Stream.concat(items.stream().map(Item::amount), Stream.ofNullable(deposit))
            .map(Price::currency)
            .collect(Collectors.toSet());
    if (currencies.size() > 1) {
      errors.add(
          new FieldError("/items", "mixed-currencies", "Use one currency for the whole quote."));
      return;
    }
    BigDecimal total = terms().total().amount();
    if (total.signum() == 0) {
      errors.add(new FieldError("/items", "no-price", "The lines add up to nothing."));
    }
    if (deposit != null && deposit.money().amount().compareTo(total) > 0) {
      errors.add(
          new FieldError("/deposit/amount", "above-total", "The deposit is more than the total."));
    }
  }

  /** Only what was checked. */
  QuoteTerms terms() {
    return new QuoteTerms(
        items.stream()
            .map(it -> new QuoteTerms.Item(it.text().strip(), it.amount().money()))
            .toList(),
        included,
        excluded,
        visits,
        nights,
        followUp == null || followUp.isBlank() ? null : followUp.strip(),
        deposit == null ? null : deposit.money(),
        refundRule.strip(),
        language);
  }
}
