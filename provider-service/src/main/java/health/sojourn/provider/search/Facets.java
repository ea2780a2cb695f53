package health.sojourn.provider.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many clinics each filter would leave. A filter does not count against its own attribute, so
 * that a second country can be chosen beside the first.
 */
public record Facets(
    List<FacetCount> country,
    List<FacetCount> city,
    List<FacetCount> language,
    List<FacetCount> cellSource,
    List<FacetCount> legalBasis,
    List<FacetCount> accreditation,
    List<FacetCount> imagingGuidance,
    @Schema(
            description =
                "By the level of the clinic's licence: 0 to 3, X failed or expired, UNKNOWN none")
        List<FacetCount> verification,
    @Schema(
            description =
                "By price in the currency asked for (USD if none was): how many begin at or below"
                    + " the value, and how many state no price")
        List<FacetCount> price) {

  List<FacetCount> of(Attribute attribute) {
    return switch (attribute) {
      case COUNTRY -> country;
      case CITY -> city;
      case LANGUAGE -> language;
      case CELL_SOURCE -> cellSource;
      case LEGAL_BASIS -> legalBasis;
      case ACCREDITATION -> accreditation;
      case IMAGING_GUIDANCE -> imagingGuidance;
      case VERIFICATION -> verification;
    };
  }
}
