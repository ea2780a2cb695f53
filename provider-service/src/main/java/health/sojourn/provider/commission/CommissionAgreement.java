package health.sojourn.provider.commission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a clinic pays us for a patient who is treated there, in percent of the price. Only the band
 * is public. Whatever ranks clinics has no way to this package; an architecture test sees to it.
 *
 * <p>Where the law caps commissions, an agreement over the cap is refused. Korea: reported caps are
 * 30 % for clinics, 20 % and 15 % for larger hospitals (see the article's table of laws); until a
 * clinic's kind is checked, the lowest applies.
 */
@Entity
@Table(name = "commission_agreement")
public class CommissionAgreement {
  private static final Map<String, BigDecimal> CAPS = Map.of("KR", new BigDecimal(15));

  @Id
  @Column(name = "clinic_slug")
  private String clinic;

  private BigDecimal percentFrom;
  private BigDecimal percentTo;
  private LocalDate agreedOn;

  protected CommissionAgreement() {}

  /**
   * @throws IllegalArgumentException over the country's cap, or not a range
   */
  public CommissionAgreement(
      String clinic, String country, BigDecimal from, BigDecimal to, LocalDate agreedOn) {
    if (from.signum() < 0 || from.compareTo(to) > 0) {
      throw new IllegalArgumentException("A commission is a range of percent, not negative");
    }
    BigDecimal cap = CAPS.get(country);
    if (cap != null && to.compareTo(cap) > 0) {
      throw new IllegalArgumentException(
          "Commissions in " + country + " are capped at " + cap + " %");
    }
    this.clinic = clinic;
    this.percentFrom = from;
    this.percentTo = to;
    this.agreedOn = agreedOn;
  }

  /** Such as {@code 10-15%}. */
  public String band() {
    String from = percentFrom.stripTrailingZeros().toPlainString();
    String to = percentTo.stripTrailingZeros().toPlainString();
    return from.equals(to) ? to + "%" : from + "-" + to + "%";
  }

  public String clinic() {
    return clinic;
  }

  public LocalDate agreedOn() {
    return agreedOn;
  }
}
