package health.sojourn.provider.leadinbox;

import health.sojourn.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The quotes of a lead as the inbox shows them, told by the package that keeps them. */
public interface LeadQuotes {

  /**
   * @param state a word of the kind {@code quoteState}
   */
  record Line(int version, Money total, LocalDate validUntil, Instant madeAt, String state) {}

  /** Newest first. */
  List<Line> of(UUID lead, LocalDate today);
}
