package health.sojourn.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount, written {@code {"amount":"5000.00","currency":"USD"}}.
 *
 * @param amount with the currency's number of decimals
 * @param currency ISO 4217
 */
public record Money(
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {

  public Money {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    amount = amount.setScale(digits, RoundingMode.HALF_UP);
  }

  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), currency);
  }
}
