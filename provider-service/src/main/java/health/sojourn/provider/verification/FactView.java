package health.sojourn.provider.verification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import health.sojourn.http.Language;
import health.sojourn.money.Money;
import health.sojourn.provider.verification.FactName.Kind;
import health.sojourn.provider.verification.FactName.Subject;
import health.sojourn.web.Notation;
import health.sojourn.web.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fact as it is shown on a day, in the API and on pages. */
@Schema(name = "Fact")
public record FactView(
    @Schema(description = "Which attribute", examples = "cellSource", maxLength = 40) String name,
    @Schema(
            description = "A string, a number, true or false, or a list; null means unknown",
            examples = "UMBILICAL_CORD_TISSUE")
        Object value,
    @Schema(examples = "million cells", maxLength = 40) String unit,
    @Schema(description = "Who or what says so", maxLength = 200) String source,
    @Schema(
            description =
                "0 self-declared, 1 document uploaded, 2 document checked with its issuer,"
                    + " 3 issuer confirmed or visited, X failed or expired",
            enumeration = {"0", "1", "2", "3", "X"})
        Level level,
    LocalDate checkedAt,
    @Schema(maxLength = 100) String checkedBy,
    @Schema(description = "The last day on which it holds") LocalDate validTo,
    @JsonIgnore FactName key,
    @JsonIgnore List<String> values,
    @JsonIgnore boolean expired) {

  public static List<FactView> allOf(Facts facts, Subject subject, LocalDate day) {
    return FactName.publicOnes(subject).stream().map(it -> of(it, facts.get(it), day)).toList();
  }

  public static FactView of(FactName name, Fact fact, LocalDate day) {
    return new FactView(
        name.apiName(),
        fact.isKnown() ? typed(name.kind(), fact.value()) : null,
        fact.unit(),
        fact.source(),
        fact.levelOn(day),
        fact.checkedAt(),
        fact.checkedBy(),
        fact.validTo(),
        name,
        fact.value(),
        fact.isExpiredOn(day));
  }

  private static Object typed(Kind kind, List<String> value) {
    return switch (kind) {
      case TEXT, CODE, DATE -> value.get(0);
      case NUMBER -> new BigDecimal(value.get(0));
      case YES_NO -> Boolean.valueOf(value.get(0));
      case LIST -> value;
    };
  }

  public boolean known() {
    return !values.isEmpty();
  }

  public boolean checked() {
    return known() && level.isChecked();
  }

  /** Whether the value is in the words of whoever stated it, which nobody translates. */
  @JsonIgnore
  public boolean isFree() {
    return key.kind() == Kind.TEXT || key.kind() == Kind.LIST && key != FactName.LANGUAGES;
  }

  /**
   * As pages show it, with its unit; null if nobody stated it.
   *
   * @param reader the language of the page, such as {@code es}
   */
  public String said(String reader) {
    if (!known()) {
      return null;
    }
    Language language = Language.named(reader).orElse(Language.ENGLISH);
    String first = values.get(0);
    return switch (key.kind()) {
      case TEXT -> first;
      case CODE -> Words.of(name, first, language);
      case YES_NO -> Words.of("yesNo", first, language);
      case DATE -> Notation.date(LocalDate.parse(first), language);
      case NUMBER -> amount(first, language);
      case LIST ->
          values.stream()
              .map(one -> key == FactName.LANGUAGES ? Notation.language(one, language) : one)
              .collect(Collectors.joining(", "));
    };
  }

  private String amount(String number, Language language) {
    if (key == FactName.PRICE_MIN || key == FactName.PRICE_MAX) {
      return Notation.money(Money.of(number, unit), language);
    }
    String amount = Notation.number(new BigDecimal(number), language);
    return unit == null
        ? amount
        : amount + " " + Words.of(number.equals("1") ? "oneUnit" : "unit", unit, language);
  }
}
