package health.sojourn.inquiry.quote;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import health.sojourn.money.Money;
import java.util.List;
import java.util.UUID;

/**
 * The whole of a quote in one version, as the provider-service keeps it.
 *
 * @param visits at the clinic, and nights in the country
 * @param deposit asked for before the treatment, or null
 * @param language in which the clinic wrote it, BCP 47
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record QuoteDetails(
    UUID id,
    int version,
    List<Item> items,
    List<String> included,
    List<String> excluded,
    Integer visits,
    Integer nights,
    String followUp,
    Money deposit,
    String refundRule,
    String language) {
  private static final String UNDETERMINED = "und";

  public QuoteDetails {
    items = items == null ? List.of() : List.copyOf(items);
    included = included == null ? List.of() : List.copyOf(included);
    excluded = excluded == null ? List.of() : List.copyOf(excluded);
    language = language == null ? UNDETERMINED : language;
  }

  /** One line of it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Item(String text, Money amount) {}
}
