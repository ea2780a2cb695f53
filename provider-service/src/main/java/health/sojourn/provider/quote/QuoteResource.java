package health.sojourn.provider.quote;

import health.sojourn.http.IdempotencyKeys;
import health.sojourn.provider.people.SignedInClinic;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a clinic offers one patient, in writing. */
@Path("/api/v1/clinic-leads/{id}/quote")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinic's inbox")
public class QuoteResource {
  @Inject SignedInClinic signedIn;
  @Inject Quotes quotes;
  @Inject IdempotencyKeys idempotency;

  @POST
  @RolesAllowed("clinic")
  @Operation(
      operationId = "makeQuote",
      summary = "Write a quote, or its next version",
      description = "The total is summed here. An earlier version can no longer be chosen.")
  @APIResponse(
      responseCode = "201",
      description = "Sent to the patient",
      content = @Content(schema = @Schema(implementation = QuoteView.class)))
  @APIResponse(responseCode = "400", description = "Not JSON, or no body")
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not a clinic's account")
  @APIResponse(responseCode = "404", description = "Not in your inbox")
  @APIResponse(
      responseCode = "409",
      description = "Not accepted, chosen already, ended, or another version came first")
  @APIResponse(responseCode = "422", description = "Something is missing or does not add up")
  public Response make(
      @PathParam("id") UUID id,
      @Parameter(description = "The same key again is the same version")
          @HeaderParam("Idempotency-Key")
          String key,
      @Valid @NotNull NewQuote asked) {
    return idempotency.once(
        signedIn.person(),
        "POST /api/v1/clinic-leads/" + id + "/quote",
        key,
        asked,
        () -> {
          Quote quote = quotes.make(id, signedIn.slug(), signedIn.person(), asked);
          return Response.created(
                  UriBuilder.fromPath("/api/v1/clinic-leads/{id}/quote/{version}")
                      .build(id, quote.version()))
              .entity(QuoteView.of(new Quotes.Version(quote, QuoteState.IN_FORCE)))
              .build();
        });
  }

  @GET
  @RolesAllowed("clinic")
  @Operation(operationId = "listQuotes", summary = "All versions, newest first")
  @APIResponse(
      responseCode = "200",
      description = "Empty before the first",
      content = @Content(schema = @Schema(implementation = QuoteView.All.class)))
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not a clinic's account")
  @APIResponse(responseCode = "404", description = "Not in your inbox")
  public QuoteView.All list(@PathParam("id") UUID id) {
    return QuoteView.All.of(quotes.of(id, signedIn.slug()));
  }

  @GET
  @RolesAllowed("clinic")
  @Path("/{version}")
  @Operation(operationId = "getQuote", summary = "One version")
  @APIResponse(
      responseCode = "200",
      description = "As it was sent, with what became of it",
      content = @Content(schema = @Schema(implementation = QuoteView.class)))
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not a clinic's account")
  @APIResponse(responseCode = "404", description = "Not in your inbox, or no such version")
  public QuoteView get(@PathParam("id") UUID id, @PathParam("version") int version) {
    return QuoteView.of(quotes.get(id, signedIn.slug(), version));
  }

  @POST
  @RolesAllowed("clinic")
  @Path("/{version}/withdrawal")
  @Operation(operationId = "withdrawQuote", summary = "Take the newest version back")
  @APIResponse(
      responseCode = "200",
      description = "Withdrawn; also when it was before",
      content = @Content(schema = @Schema(implementation = QuoteView.class)))
  @APIResponse(responseCode = "401", description = "Sign in first")
  @APIResponse(responseCode = "403", description = "Not a clinic's account")
  @APIResponse(responseCode = "404", description = "Not in your inbox, or no such version")
  @APIResponse(responseCode = "409", description = "Replaced by a later one, or chosen already")
  public QuoteView withdraw(@PathParam("id") UUID id, @PathParam("version") int version) {
    return QuoteView.of(quotes.withdraw(id, signedIn.slug(), version));
  }
}
