package health.sojourn.inquiry.quote;

import health.sojourn.money.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is known of one version of a clinic's quote from its events: the sum and until when it
 * holds. The whole of it is with the provider-service.
 *
 * <p>Its withdrawal may arrive before it, when events are said again; it then is withdrawn from the
 * start. What was withdrawn never holds again: the clinic makes another version.
 */
@Entity
@Table(name = "quote")
public class Quote {
  @Id private UUID id;
  private UUID leadId;
  private int version;
  private UUID quoteId;
  private Instant madeAt;
  private BigDecimal totalAmount;
  private String totalCurrency;
  private LocalDate validUntil;
  private Instant withdrawnAt;

  protected Quote() {}

  Quote(UUID id, UUID leadId, int version, UUID quoteId) {
    this.id = id;
    this.leadId = leadId;
    this.version = version;
    this.quoteId = quoteId;
  }

  /** Whether it can be chosen, and if not, why. */
  public enum Standing {
    OPEN,
    /** The clinic made a later version. */
    REPLACED,
    WITHDRAWN,
    EXPIRED,
    /** Its lead has ended, because another clinic was chosen, for instance. */
    ENDED
  }

  void made(Money total, LocalDate validUntil, Instant at) {
    this.totalAmount = total.amount();
    this.totalCurrency = total.currency();
    this.validUntil = validUntil;
    this.madeAt = at;
  }

  void withdraw(Instant at) {
    if (withdrawnAt == null) {
      withdrawnAt = at;
    }
  }

  /**
   * @param newest the highest version the clinic made for the lead
   * @param today in the clinic's zone; a quote holds through its last day
   */
  Standing standing(int newest, LocalDate today) {
    if (version < newest) {
      return Standing.REPLACED;
    }
    if (withdrawnAt != null) {
      return Standing.WITHDRAWN;
    }
    return today.isAfter(validUntil) ? Standing.EXPIRED : Standing.OPEN;
  }

  public UUID leadId() {
    return leadId;
  }

  /** Counts from 1 for each lead. */
  public int version() {
    return version;
  }

  public UUID quoteId() {
    return quoteId;
  }

  /** Null while only its withdrawal is known. */
  public Instant madeAt() {
    return madeAt;
  }

  public Money total() {
    return new Money(totalAmount, totalCurrency);
  }

  /** The last day on which it can be chosen, in the clinic's zone. */
  public LocalDate validUntil() {
    return validUntil;
  }

  public Instant withdrawnAt() {
    return withdrawnAt;
  }
}
