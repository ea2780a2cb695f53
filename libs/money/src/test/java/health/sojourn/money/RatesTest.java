package health.sojourn.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RatesTest {
  private final Rates rates = Rates.shipped();

  @Test
  void convertsThroughTheDollar() {
    assertEquals(
        Optional.of(Money.of("86.00", "EUR")), rates.convert(Money.of("1860", "MXN"), "EUR"));
  }

  @Test
  void roundsToTheCurrencysDecimals() {
    assertEquals(Optional.of(Money.of("147", "JPY")), rates.convert(Money.of("1", "USD"), "JPY"));
  }

  @Test
  void saysNothingAboutACurrencyItDoesNotKnow() {
    assertTrue(rates.convert(Money.of("1", "USD"), "XAF").isEmpty());
  }
}
