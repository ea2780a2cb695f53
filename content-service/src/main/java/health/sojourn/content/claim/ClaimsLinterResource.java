package health.sojourn.content.claim;

import health.sojourn.claims.ClaimsLinter;
import health.sojourn.claims.Hit;
import health.sojourn.claims.Tongue;
import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules about promises, for whoever writes about a therapy. Nothing is kept of the text. */
@Path("/api/v1/claims-linter")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims linter", description = "Which promises a text makes")
public class ClaimsLinterResource {
  private static final int LONGEST = 20_000;
  private static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}";

  /** What to read. */
  @Schema(name = "LintedText")
  record Text(
      @NotNull
          @Size(max = LONGEST)
          @Schema(examples = "Our cells cure arthritis.", maxLength = LONGEST)
          String text,
      @NotNull
          @Size(max = 35)
          @Pattern(regexp = LANGUAGE)
          @Schema(
              description =
                  "The text's language (BCP 47): English or Spanish, with or without a" + " region",
              examples = "en",
              maxLength = 35)
          String language) {}

  /** The answer. */
  @Schema(name = "LintHits")
  record Hits(
      @Schema(description = "In the order of the text; empty if it promises nothing we know")
          List<Found> hits) {}

  @Schema(name = "LintHit")
  record Found(
      @Schema(
              description = "Which promise it is",
              examples = "cure",
              enumeration = {
                "cure",
                "guaranteed",
                "no-risk",
                "fda-approved",
                "research-standard",
                "avoid-surgery"
              })
          String rule,
      @Schema(
              description =
                  "Where it begins, from 0, in UTF-16 code units as JavaScript and Java count them",
              minimum = "0",
              maximum = "" + LONGEST,
              examples = "10")
          int start,
      @Schema(
              description = "Where it ends, exclusive, in UTF-16 code units",
              minimum = "1",
              maximum = "" + LONGEST,
              examples = "14")
          int end,
      @Schema(
              description = "What to do about it, in the language of the text",
              examples =
                  "No study shows a cure. Say what was measured, in how many people and for how"
                      + " long.",
              maxLength = 300)
          String advice) {

    static Found of(Hit hit, Tongue tongue) {
      return new Found(hit.rule().id(), hit.start(), hit.end(), hit.rule().advice(tongue));
    }
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "lintClaims",
      summary = "Finds promises in a text: a cure, a guarantee, no risk and their like")
  @APIResponseSchema(value = Hits.class, responseCode = "200")
  @APIResponse(responseCode = "400", description = "A body that cannot be read")
  @APIResponse(responseCode = "413", description = "A body that is too large")
  @APIResponse(responseCode = "415", description = "Not JSON")
  @APIResponse(
      responseCode = "422",
      description = "No text, one that is too long, or a language without rules")
  public Hits lint(@NotNull @Valid Text asked) {
    Tongue tongue = Tongue.named(asked.language()).orElseThrow(ClaimsLinterResource::noRules);
    return new Hits(
        ClaimsLinter.lint(asked.text(), tongue).stream()
            .map(hit -> Found.of(hit, tongue))
            .toList());
  }

  private static Problem noRules() {
    return Problem.invalid(
        List.of(
            new FieldError(
                "/language",
                "unknown-value",
                "There are rules for English (en) and Spanish (es) only. Send one of these.")));
  }
}
