package health.sojourn.provider.search;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters as they stand in the address, unread; {@link ClinicFilter} reads them. */
public class ClinicQuery {
  @QueryParam("therapy")
  @Parameter(
      description = "What the clinic offers",
      example = "allogeneic-msc-knee",
      schema = @Schema(maxLength = 60, pattern = "[a-z0-9-]+"))
  public String therapy;

  @QueryParam("country")
  @Parameter(description = "ISO 3166-1 alpha-2", example = "CO", schema = @Schema(maxLength = 2))
  public String country;

  @QueryParam("city")
  @Parameter(description = "Exactly, without regard to case", schema = @Schema(maxLength = 80))
  public String city;

  @QueryParam("language")
  @Parameter(description = "BCP 47", example = "de", schema = @Schema(maxLength = 35))
  public String language;

  @QueryParam("cellSource")
  @Parameter(schema = @Schema(ref = "CellSource"))
  public String cellSource;

  @QueryParam("legalBasis")
  @Parameter(schema = @Schema(ref = "LegalBasis"))
  public String legalBasis;

  @QueryParam("imagingGuidance")
  @Parameter(schema = @Schema(ref = "ImagingGuidance"))
  public String imagingGuidance;

  @QueryParam("maxPrice")
  @Parameter(
      description = "A price range must begin at or below it; unknown prices are left out",
      example = "8000",
      schema = @Schema(maxLength = 20))
  public String maxPrice;

  @QueryParam("currency")
  @Parameter(
      description =
          "ISO 4217, of maxPrice (USD if absent); prices in others are shown converted as well",
      example = "USD",
      schema = @Schema(maxLength = 3))
  public String currency;

  @QueryParam("limit")
  @Parameter(description = "1 to 100, 20 if absent", schema = @Schema(maxLength = 6))
  public String limit;

  @QueryParam("cursor")
  @Parameter(
      description = "The `next` of the page before, with the same filters",
      schema = @Schema(maxLength = 1024))
  public String cursor;
}
