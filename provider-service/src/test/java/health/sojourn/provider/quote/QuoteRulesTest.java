package health.sojourn.provider.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.money.Money;
import health.sojourn.provider.quote.NewQuote.Item;
import health.sojourn.provider.quote.NewQuote.Price;
import health.sojourn.testing.Contracts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class QuoteRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final Instant AT = Instant.parse("2026-11-20T15:00:00Z");
  private static final UUID LEAD = UUID.fromString("019ab000-0000-7000-8000-000000000002");

  @Nested
  class TheTotal {

    @Test
    void isTheSumOfTheLinesToTheCent() {
      assertThat(quote("USD", "5000.10", "1399.95").terms().total())
          .isEqualTo(Money.of("6400.05", "USD"));
    }

    @Test
    void hasTheDecimalsOfItsCurrency() {
      assertThat(quote("JPY", "650000", "1").terms().total().amount()).isEqualTo("650001");
      assertThat(codes(quote("JPY", "0.5"))).containsExactly("/items/0/amount/amount too-exact");
      assertThat(codes(quote("USD", "1.200"))).isEmpty();
      assertThat(codes(quote("USD", "1.205"))).containsExactly("/items/0/amount/amount too-exact");
    }

    @Test
    void isNotNothing() {
      assertThat(codes(quote("USD", "0", "0.00"))).containsExactly("/items no-price");
    }
  }

  @Nested
  class Currencies {

    @Test
    void areNotMixed() {
      NewQuote mixed =
          with(List.of(item("Cells", "1", "USD"), item("Stay", "1", "EUR")), null, TODAY);
      assertThat(codes(mixed)).containsExactly("/items mixed-currencies");
      NewQuote otherDeposit =
          with(List.of(item("Cells", "100", "USD")), new Price("1", "EUR"), TODAY);
      assertThat(codes(otherDeposit)).containsExactly("/items mixed-currencies");
    }

    @Test
    void exist() {
      assertThat(codes(quote("XQQ", "1")))
          .containsExactly("/items/0/amount/currency unknown-value");
    }
  }

  @Nested
  class TheDeposit {

    @Test
    void isAtMostTheTotal() {
      List<Item> items = List.of(item("Cells", "100", "USD"));
      assertThat(codes(with(items, new Price("100.00", "USD"), TODAY))).isEmpty();
      assertThat(codes(with(items, new Price("100.01", "USD"), TODAY)))
          .containsExactly("/deposit/amount above-total");
    }
  }

  @Nested
  class TheLastDay {

    @Test
    void isFromTodayToAYearFromNow() {
      List<Item> items = List.of(item("Cells", "100", "USD"));
      assertThat(codes(with(items, null, TODAY))).isEmpty();
      assertThat(codes(with(items, null, TODAY.plusDays(365)))).isEmpty();
      assertThat(codes(with(items, null, TODAY.minusDays(1))))
          .containsExactly("/validUntil in-the-past");
      assertThat(codes(with(items, null, TODAY.plusDays(366))))
          .containsExactly("/validUntil too-late");
    }

    @Test
    void isTheLastOnWhichItIsInForce() {
      Quote quote = version(1);
      assertThat(quote.stateOn(TODAY, 1)).isEqualTo(QuoteState.IN_FORCE);
      assertThat(quote.stateOn(TODAY.plusDays(1), 1)).isEqualTo(QuoteState.EXPIRED);
    }
  }

  @Nested
  class AVersion {

    @Test
    void isReplacedByALaterOneAndStaysAsItWas() {
      assertThat(version(1).stateOn(TODAY, 2)).isEqualTo(QuoteState.REPLACED);
      assertThatThrownBy(() -> version(1).withdraw(2, AT))
          .isInstanceOfSatisfying(
              Problem.class, it -> assertThat(it.code()).isEqualTo("quote-replaced"));
    }

    @Test
    void isWithdrawnOnce() {
      Quote quote = version(2);
      assertThat(quote.withdraw(2, AT)).isTrue();
      assertThat(quote.withdraw(2, AT.plusSeconds(1))).isFalse();
      assertThat(quote.withdrawnAt()).isEqualTo(AT);
      assertThat(quote.stateOn(TODAY, 2)).isEqualTo(QuoteState.WITHDRAWN);
    }
  }

  @Test
  void whatIsSaidOfAQuoteIsTheCommittedExample() {
    UUID id = UUID.fromString("019ab000-0000-7000-8000-000000000006");
    Contracts.assertEqualsExample(
        "provider/quote-made",
        new QuoteEvents.Made(
            LEAD,
            "demo-bogota",
            AT,
            id,
            1,
            Money.of("6400.00", "USD"),
            LocalDate.of(2026, 12, 31)));
    Contracts.assertEqualsExample(
        "provider/quote-withdrawn", new QuoteEvents.Withdrawn(LEAD, "demo-bogota", AT, id, 1));
  }

  private static Quote version(int version) {
    return new Quote(
        UUID.randomUUID(), LEAD, version, quote("USD", "1").terms(), TODAY, "somebody", AT);
  }

  private static NewQuote quote(String currency, String... amounts) {
    return with(
        List.of(amounts).stream().map(it -> item("Something", it, currency)).toList(), null, TODAY);
  }

  private static NewQuote with(List<Item> items, Price deposit, LocalDate validUntil) {
    return new NewQuote(
        items,
        List.of(),
        List.of(),
        1,
        0,
        null,
        deposit,
        "All of it until a week before",
        validUntil,
        "en",
        null);
  }

  private static Item item(String text, String amount, String currency) {
    return new Item(text, new Price(amount, currency));
  }

  private static List<String> codes(NewQuote quote) {
    return quote.errors(TODAY).stream()
        .map((FieldError it) -> it.pointer() + " " + it.code())
        .toList();
  }
}
