package health.sojourn.provider.quote;

import health.sojourn.http.Problem;
import health.sojourn.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/**
 * A clinic's written, itemised offer for one lead, in one version. Versions count from 1; a later
 * one replaces the earlier, and what was sent is never changed. Amounts are in one currency.
 */
@Entity
public class Quote {
  @Id private UUID id;
  private UUID leadId;
  private int version;

  @Convert(converter = StoredTerms.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "?::jsonb")
  private QuoteTerms terms;

  private LocalDate validUntil;
  private String madeBy;
  private Instant madeAt;
  private Instant withdrawnAt;

  protected Quote() {}

  /**
   * @param validUntil the last day on which it can be chosen, in the clinic's zone
   * @param madeBy the coordinator
   */
  Quote(
      UUID id,
      UUID leadId,
      int version,
      QuoteTerms terms,
      LocalDate validUntil,
      String madeBy,
      Instant madeAt) {
    this.id = id;
    this.leadId = leadId;
    this.version = version;
    this.terms = terms;
    this.validUntil = validUntil;
    this.madeBy = madeBy;
    this.madeAt = madeAt;
  }

  /**
   * @param latest the lead's newest version
   * @return false if it was withdrawn before
   * @throws Problem 409 once a later version replaced it
   */
  boolean withdraw(int latest, Instant now) {
    if (withdrawnAt != null) {
      return false;
    }
    if (version < latest) {
      throw Problem.conflict(
          "quote-replaced", "A later version took its place. Withdraw that one.");
    }
    withdrawnAt = now;
    return true;
  }

  /**
   * @param latest the lead's newest version
   * @param today in the clinic's zone
   */
  QuoteState stateOn(LocalDate today, int latest) {
    if (withdrawnAt != null) {
      return QuoteState.WITHDRAWN;
    }
    if (version < latest) {
      return QuoteState.REPLACED;
    }
    return today.isAfter(validUntil) ? QuoteState.EXPIRED : QuoteState.IN_FORCE;
  }

  public UUID id() {
    return id;
  }

  public UUID leadId() {
    return leadId;
  }

  public int version() {
    return version;
  }

  public QuoteTerms terms() {
    return terms;
  }

  public Money total() {
    return terms.total();
  }

  public LocalDate validUntil() {
    return validUntil;
  }

  public Instant madeAt() {
    return madeAt;
  }

  public Instant withdrawnAt() {
    return withdrawnAt;
  }
}
