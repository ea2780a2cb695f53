package health.sojourn.provider.offer;

import static health.sojourn.provider.verification.FactName.CELL_SOURCE;
import static health.sojourn.provider.verification.FactName.DOSE_MAX;
import static health.sojourn.provider.verification.FactName.DOSE_MIN;
import static health.sojourn.provider.verification.FactName.DOSE_PER;
import static health.sojourn.provider.verification.FactName.LEGAL_BASIS;
import static health.sojourn.provider.verification.FactName.PRICE_EXCLUDED;
import static health.sojourn.provider.verification.FactName.PRICE_INCLUDED;
import static health.sojourn.provider.verification.FactName.PRICE_MAX;
import static health.sojourn.provider.verification.FactName.PRICE_MIN;

import health.sojourn.money.Money;
import health.sojourn.provider.verification.Fact;
import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.FactName.Subject;
import health.sojourn.provider.verification.Facts;
import health.sojourn.provider.verification.Statements;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Transient;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A therapy at a clinic. What it offers are facts, so that price, dose and legal basis each carry
 * who said so and who checked; the typed readings below are only views of them.
 */
@Entity
public class Offer {
  @Id private UUID id;
  private String therapy;
  @Embedded private Inclusion inclusion;

  @ElementCollection
  @CollectionTable(name = "offer_fact", joinColumns = @JoinColumn(name = "offer_id"))
  @MapKeyColumn(name = "name")
  @MapKeyEnumerated(EnumType.STRING)
  private Map<FactName, Fact> facts = new EnumMap<>(FactName.class);

  @Transient private final Statements statements = new Statements();

  protected Offer() {}

  public Offer(UUID id, String therapy, Inclusion inclusion) {
    this.id = id;
    this.therapy = therapy;
    this.inclusion = inclusion;
  }

  /**
   * @param fact {@link Fact#UNKNOWN} if it is no longer stated
   */
  public void state(FactName name, Fact fact) {
    if (name.subject() != Subject.OFFER) {
      throw new IllegalArgumentException(name + " is about a clinic, not about an offer");
    }
    statements.add(name, facts().get(name), fact);
    if (fact.isKnown()) {
      facts.put(name, fact);
    } else {
      facts.remove(name);
    }
  }

  /** What it stated anew since it was read. */
  public Statements statements() {
    return statements;
  }

  public UUID id() {
    return id;
  }

  public String therapy() {
    return therapy;
  }

  public Inclusion inclusion() {
    return inclusion;
  }

  public Facts facts() {
    return new Facts(Subject.OFFER, facts);
  }

  public CellSource cellSource() {
    return facts().code(CELL_SOURCE, CellSource.UNKNOWN);
  }

  public LegalBasis legalBasis() {
    return facts().code(LEGAL_BASIS, LegalBasis.UNKNOWN);
  }

  public ImagingGuidance imagingGuidance() {
    return facts().code(FactName.IMAGING_GUIDANCE, ImagingGuidance.UNKNOWN);
  }

  /** Empty unless both ends are known. */
  public Optional<Dose> dose() {
    return facts()
        .number(DOSE_MIN)
        .flatMap(
            min ->
                facts()
                    .number(DOSE_MAX)
                    .map(max -> new Dose(min, max, facts().code(DOSE_PER, DosePer.KNEE))));
  }

  /** Empty unless both ends are known, in one currency. */
  public Optional<PriceRange> price() {
    return money(PRICE_MIN)
        .flatMap(
            min ->
                money(PRICE_MAX)
                    .filter(max -> max.currency().equals(min.currency()))
                    .map(
                        max ->
                            new PriceRange(
                                min,
                                max,
                                facts().list(PRICE_INCLUDED),
                                facts().list(PRICE_EXCLUDED),
                                facts().get(PRICE_MIN).validTo())));
  }

  private Optional<Money> money(FactName name) {
    return facts().text(name).map(amount -> Money.of(amount, facts().get(name).unit()));
  }
}
