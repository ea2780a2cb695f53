package health.sojourn.inquiry.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import health.sojourn.inquiry.quote.Choice.Wish;
import health.sojourn.inquiry.quote.Quote.Standing;
import health.sojourn.money.Money;
import health.sojourn.testing.Contracts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteTest {
  private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
  private static final LocalDate LAST = LocalDate.parse("2026-12-31");

  private static Quote quote() {
    Quote quote = new Quote(UUID.randomUUID(), UUID.randomUUID(), 2, UUID.randomUUID());
    quote.made(Money.of("6400.00", "USD"), LAST, NOW);
    return quote;
  }

  @Nested
  class Stands {
    @Test
    void openThroughItsLastDay() {
      assertEquals(Standing.OPEN, quote().standing(2, LAST));
      assertEquals(Standing.EXPIRED, quote().standing(2, LAST.plusDays(1)));
    }

    @Test
    void withdrawnForGood() {
      Quote quote = quote();
      quote.withdraw(NOW);
      quote.made(Money.of("6400.00", "USD"), LAST, NOW);
      assertEquals(Standing.WITHDRAWN, quote.standing(2, LAST));
      quote.withdraw(NOW.plusSeconds(60));
      assertEquals(NOW, quote.withdrawnAt());
    }

    @Test
    void replacedOnceThereIsALaterVersion() {
      assertEquals(Standing.REPLACED, quote().standing(3, LAST));
    }
  }

  @Nested
  class AWish {
    @Test
    void comesBackAsTheFormHadIt() {
      UUID lead = UUID.randomUUID();
      UUID quote = UUID.randomUUID();
      assertEquals(
          Optional.of(new Wish(lead, quote, 3, null)), Wish.parse(lead + "/" + quote + "/3"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "/", "a/b/c", "019ab000-0000-7000-8000-000000000002", "1/2"})
    void isNoneWhereItCanNotBeOne(String typed) {
      assertEquals(Optional.empty(), Wish.parse(typed));
    }
  }

  @Test
  void theClinicsExamplesAreUnderstood() {
    var made = Contracts.example("provider/quote-made", QuoteHandlers.Made.class);
    assertEquals(Money.of("6400.00", "USD"), made.total());
    assertEquals(LAST, made.validUntil());
    assertEquals(1, made.version());
    var withdrawn = Contracts.example("provider/quote-withdrawn", QuoteHandlers.Withdrawn.class);
    assertEquals(made.quoteId(), withdrawn.quoteId());
    assertThrows(
        AssertionError.class,
        () ->
            Contracts.assertFits("provider/quote-made", "{\"leadId\":\"" + made.leadId() + "\"}"));
  }
}
