package health.sojourn.money;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A dated table of exchange rates. Good enough to compare a price with a budget, never to charge
 * anybody; a converted value is always shown as converted, with {@link #asOf()}.
 */
public final class Rates {
  private final LocalDate asOf;
  private final Map<String, BigDecimal> perDollar;

  private Rates(LocalDate asOf, Map<String, BigDecimal> perDollar) {
    this.asOf = asOf;
    this.perDollar = Map.copyOf(perDollar);
  }

  /** The table shipped with the project: {@code money/rates.csv}. */
  public static Rates shipped() {
    try (var in = Rates.class.getResourceAsStream("/money/rates.csv");
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      LocalDate asOf = null;
      Map<String, BigDecimal> rates = new HashMap<>();
      for (String line; (line = reader.readLine()) != null; ) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split(",");
        if (cells[0].equals("asOf")) {
          asOf = LocalDate.parse(cells[1]);
        } else {
          rates.put(cells[0], new BigDecimal(cells[1]));
        }
      }
      return new Rates(asOf, rates);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public LocalDate asOf() {
    return asOf;
  }

  public boolean knows(String currency) {
    return perDollar.containsKey(currency);
  }

  /** Empty if one of the currencies is not in the table. */
  public Optional<Money> convert(Money money, String currency) {
    if (money.currency().equals(currency)) {
      return Optional.of(money);
    }
    if (!knows(money.currency()) || !knows(currency)) {
      return Optional.empty();
    }
    BigDecimal dollars =
        money.amount().divide(perDollar.get(money.currency()), MathContext.DECIMAL64);
    return Optional.of(new Money(dollars.multiply(perDollar.get(currency)), currency));
  }
}
