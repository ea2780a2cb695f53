package health.sojourn.provider.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.sojourn.money.Money;
import health.sojourn.provider.offer.CellSource;
import health.sojourn.provider.offer.Dose;
import health.sojourn.provider.offer.LegalBasis;
import health.sojourn.provider.offer.PriceRange;
import health.sojourn.provider.offer.PriceRange.Converted;
import health.sojourn.provider.verification.Checked;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clinic in the list, with the offer that fits the question. */
public record ClinicItem(
    @Schema(examples = "demo-bogota", maxLength = 60) String slug,
    @Schema(maxLength = 120) String name,
    @Schema(description = "ISO 3166-1 alpha-2", pattern = "[A-Z]{2}") String country,
    @Schema(maxLength = 80) String city,
    @Schema(description = "BCP 47") List<String> languages,
    @Schema(description = "Invented, for trying things out") boolean demo,
    MatchingOffer offer,
    Checked checked,
    Score score) {

  /** The part of an offer by which clinics are compared. */
  public record MatchingOffer(
      @Schema(examples = "allogeneic-msc-knee", maxLength = 60) String therapy,
      CellSource cellSource,
      @Schema(description = "In million cells; null if unknown") Dose doseMillion,
      LegalBasis legalBasis,
      @Schema(description = "As the clinic states it; null if unknown") Price price) {}

  /**
   * @param converted present only if another currency was asked for
   */
  public record Price(
      Money min,
      Money max,
      List<String> included,
      List<String> excluded,
      LocalDate validUntil,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "Calculated, not stated by the clinic")
          Converted converted) {

    static Price of(PriceRange range, Converted converted) {
      return new Price(
          range.min(),
          range.max(),
          range.included(),
          range.excluded(),
          range.validUntil(),
          converted);
    }
  }

  static ClinicItem of(Listing listing, Price price, Score score) {
    return new ClinicItem(
        listing.slug(),
        listing.name(),
        listing.country(),
        listing.city(),
        listing.languages(),
        listing.demo(),
        new MatchingOffer(
            listing.therapy(), listing.cellSource(), listing.dose(), listing.legalBasis(), price),
        listing.checked(),
        score);
  }
}
