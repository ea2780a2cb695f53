package health.sojourn.provider.search;

import health.sojourn.http.FieldError;
import health.sojourn.http.Language;
import health.sojourn.http.Problem;
import health.sojourn.http.PublicReads;
import health.sojourn.money.Rates;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The list of clinics for everybody. */
@Path("/api/v1/clinics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinics")
public class ClinicListResource {
  private static final Duration MAX_AGE = Duration.ofMinutes(1);

  @Inject ClinicSearch search;
  @Inject Rates rates;
  @Inject PublicReads reads;

  @GET
  @PermitAll
  @Operation(
      operationId = "listClinics",
      summary = "Clinics with their matching offer, best score first",
      description =
          "The score counts how much was checked and how fast a clinic answers, and words, language"
              + " and price when filtered by them. What a clinic pays us is not part of it.")
  @APIResponse(
      responseCode = "200",
      description = "A page of clinics",
      content = @Content(schema = @Schema(implementation = ClinicPage.class)))
  @APIResponse(responseCode = "304", description = "Not changed since the ETag you sent")
  @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
  @APIResponse(responseCode = "422", description = "A filter has a value nobody knows")
  public Response list(@BeanParam ClinicQuery query) {
    ClinicFilter filter = FilterReader.read(query, rates);
    return reads.json(
        withFacets(query.facets)
            ? search.findWithFacets(filter, query.cursor, Language.ENGLISH)
            : search.find(filter, query.cursor, Language.ENGLISH),
        MAX_AGE);
  }

  private static boolean withFacets(String sent) {
    if (sent == null || sent.isEmpty() || sent.equals("false")) {
      return false;
    }
    if (!sent.equals("true")) {
      throw Problem.invalid(
          List.of(new FieldError("/facets", "unknown-value", "Use true or false.")));
    }
    return true;
  }
}
