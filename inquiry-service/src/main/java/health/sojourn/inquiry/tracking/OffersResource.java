package health.sojourn.inquiry.tracking;

import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.quote.Choice;
import health.sojourn.inquiry.quote.Choice.Wish;
import health.sojourn.inquiry.quote.Choosing;
import health.sojourn.inquiry.quote.OfferList;
import health.sojourn.inquiry.quote.Offers;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The offers the person who asked has, and the one they choose. */
@Path("/api/v1/tracking/{reference}")
public class OffersResource {
  private final Tracking tracking;
  private final Offers offers;
  private final Choosing choosing;

  OffersResource(Tracking tracking, Offers offers, Choosing choosing) {
    this.tracking = tracking;
    this.offers = offers;
    this.choosing = choosing;
  }

  /**
   * @param version the one that was read; without it whatever the quote has now is chosen
   */
  public record ChoiceRequest(
      @NotNull UUID leadId, @NotNull UUID quoteId, @Min(1) Integer version) {}

  public record Chosen(UUID leadId, UUID quoteId, int version, Instant chosenAt) {
    static Chosen of(Choice choice) {
      return new Chosen(choice.leadId(), choice.quoteId(), choice.version(), choice.chosenAt());
    }
  }

  @GET
  @PermitAll
  @Path("/quotes")
  @Operation(operationId = "listQuotes", summary = "The newest quote of each clinic")
  @APIResponse(responseCode = "404", description = "No session for this inquiry, or it is over")
  public OfferList quotes(
      @PathParam("reference") @Size(max = 20) String reference,
      @CookieParam(Sessions.COOKIE) String secret) {
    return offers.of(opened(reference, secret));
  }

  @POST
  @PermitAll
  @Path("/choice")
  @Operation(
      operationId = "chooseQuote",
      summary =
          "Chooses a clinic's quote; that clinic learns who the patient is, others lose the case")
  @APIResponse(responseCode = "200", description = "Chosen, now or before")
  @APIResponse(responseCode = "404", description = "No session, or no such quote of this inquiry")
  @APIResponse(
      responseCode = "409",
      description = "It was taken back, replaced or is too old, or something else was chosen")
  @APIResponse(responseCode = "422", description = "Fields that need another look")
  public Chosen choose(
      @PathParam("reference") @Size(max = 20) String reference,
      @CookieParam(Sessions.COOKIE) String secret,
      @NotNull @Valid ChoiceRequest asked) {
    Wish wish = new Wish(asked.leadId(), asked.quoteId(), asked.version(), null);
    return Chosen.of(choosing.choose(opened(reference, secret).id(), wish, Actor.PATIENT));
  }

  private Inquiry opened(String reference, String secret) {
    return tracking.opened(reference, secret).orElseThrow(TrackingResource::noSession);
  }
}
