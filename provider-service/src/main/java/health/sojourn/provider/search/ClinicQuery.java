package health.sojourn.provider.search;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The filters as they stand in the address, unread; {@link FilterReader} reads them. A filter that
 * is a list may be sent several times; any of its values will do.
 */
public class ClinicQuery {
  @Schema(name = "CountryCode", type = SchemaType.STRING, pattern = "[A-Z]{2}", examples = "CO")
  interface Code {}

  @Schema(name = "LanguageTag", type = SchemaType.STRING, maxLength = 35, examples = "de")
  interface Tag {}

  @Schema(name = "FilterName", type = SchemaType.STRING, maxLength = 120)
  interface Name {}

  @Schema(name = "PriceCeiling", type = SchemaType.STRING, maxLength = 20, examples = "8000")
  interface Price {}

  @QueryParam("therapy")
  @Parameter(
      description = "What the clinic offers",
      example = "allogeneic-msc-knee",
      schema = @Schema(maxLength = 60, pattern = "[a-z0-9-]+"))
  public String therapy;

  @QueryParam("country")
  @Parameter(
      description = "ISO 3166-1 alpha-2, one or more",
      schema = @Schema(type = SchemaType.ARRAY, implementation = Code.class))
  public List<String> country;

  @QueryParam("city")
  @Parameter(
      description = "Names, without regard to case and accents",
      schema = @Schema(type = SchemaType.ARRAY, implementation = Name.class))
  public List<String> city;

  @QueryParam("language")
  @Parameter(
      description = "BCP 47, one or more; UNKNOWN where none is stated",
      schema = @Schema(type = SchemaType.ARRAY, implementation = Tag.class))
  public List<String> language;

  @QueryParam("cellSource")
  @Parameter(
      description = "One or more",
      schema =
          @Schema(
              type = SchemaType.ARRAY,
              implementation = health.sojourn.provider.offer.CellSource.class))
  public List<String> cellSource;

  @QueryParam("legalBasis")
  @Parameter(
      description = "One or more",
      schema =
          @Schema(
              type = SchemaType.ARRAY,
              implementation = health.sojourn.provider.offer.LegalBasis.class))
  public List<String> legalBasis;

  @QueryParam("accreditation")
  @Parameter(
      description =
          "Names as the facet says them; expired ones do not count; UNKNOWN where none holds",
      schema = @Schema(type = SchemaType.ARRAY, implementation = Name.class))
  public List<String> accreditation;

  @QueryParam("imagingGuidance")
  @Parameter(
      description = "One or more",
      schema =
          @Schema(
              type = SchemaType.ARRAY,
              implementation = health.sojourn.provider.offer.ImagingGuidance.class))
  public List<String> imagingGuidance;

  @QueryParam("verifiedAtLeast")
  @Parameter(
      description =
          "The least level of the clinic's licence: 0 self-declared, 1 document uploaded, 2"
              + " document checked with its issuer, 3 issuer confirmed or visited",
      example = "2",
      schema = @Schema(enumeration = {"0", "1", "2", "3"}))
  public String verifiedAtLeast;

  @QueryParam("maxPrice")
  @Parameter(
      description =
          "A price range must begin at or below it. Unknown prices are left out unless UNKNOWN is"
              + " sent as well; UNKNOWN alone finds only those",
      schema = @Schema(type = SchemaType.ARRAY, implementation = Price.class))
  public List<String> maxPrice;

  @QueryParam("currency")
  @Parameter(
      description =
          "ISO 4217, of maxPrice (USD if absent); prices in others are shown converted as well",
      example = "USD",
      schema = @Schema(maxLength = 3))
  public String currency;

  @QueryParam("q")
  @Parameter(
      description =
          "Words in English or Spanish, all of which must be found; accents and small typing"
              + " mistakes do not matter",
      example = "rodilla bogota",
      schema = @Schema(maxLength = 100))
  public String q;

  @QueryParam("sort")
  @Parameter(
      description = "Best score (the default), lowest price or most checked first",
      schema = @Schema(enumeration = {"score", "price", "checked"}))
  public String sort;

  @QueryParam("facets")
  @Parameter(
      description = "Whether to count what each filter would leave",
      schema = @Schema(type = SchemaType.BOOLEAN))
  public String facets;

  @QueryParam("limit")
  @Parameter(description = "1 to 100, 20 if absent", schema = @Schema(maxLength = 6))
  public String limit;

  @QueryParam("cursor")
  @Parameter(
      description = "The `next` of the page before, with the same filters",
      schema = @Schema(maxLength = 1024))
  public String cursor;
}
