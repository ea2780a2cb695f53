package health.sojourn.inquiry.tracking;

import health.sojourn.http.Problem;
import health.sojourn.inquiry.intake.Dossier;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.message.Message.Kind;
import health.sojourn.inquiry.message.Messages;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.quote.Choice.Wish;
import health.sojourn.inquiry.quote.Choosing;
import health.sojourn.inquiry.quote.Offer;
import health.sojourn.inquiry.quote.OfferList;
import health.sojourn.inquiry.quote.Offers;
import health.sojourn.inquiry.tracking.PatientsPage.Typed;
import health.sojourn.inquiry.treatment.TreatmentReport.Outcome;
import health.sojourn.inquiry.treatment.Treatments;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What the patient does on their page: writes to a clinic, chooses an offer, confirms the end. */
@Path("/inquiries/" + TrackingPages.REFERENCE)
@Produces(MediaType.TEXT_HTML)
public class OfferPages {
  private final Tracking tracking;
  private final PatientsPage page;
  private final Inquiries inquiries;
  private final Offers offers;
  private final Choosing choosing;
  private final Messages messages;
  private final Treatments treatments;

  OfferPages(
      Tracking tracking,
      PatientsPage page,
      Inquiries inquiries,
      Offers offers,
      Choosing choosing,
      Messages messages,
      Treatments treatments) {
    this.tracking = tracking;
    this.page = page;
    this.inquiries = inquiries;
    this.offers = offers;
    this.choosing = choosing;
    this.messages = messages;
    this.treatments = treatments;
  }

  /**
   * Says what will be told to whom.
   *
   * @param patient what the clinic will know
   * @param others names of clinics that lose the case
   */
  @CheckedTemplate(basePath = "tracking", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Choose(
      String reference,
      Offer offer,
      LocalDate ratesFrom,
      Dossier.Identity patient,
      List<String> others)
      implements TemplateInstance {}

  /** What can't be chosen leads back to the page, which says how each offer stands. */
  @GET
  @PermitAll
  @Path("/choice")
  public Response ask(
      @PathParam("reference") String reference,
      @QueryParam("quote") @Size(max = 100) String quote,
      @CookieParam(Sessions.COOKIE) String secret) {
    return opened(
        reference,
        secret,
        inquiry -> {
          OfferList all = offers.of(inquiry);
          return all.choosable().stream()
              .filter(offer -> offer.key().equals(quote))
              .findFirst()
              .map(offer -> Response.ok(choose(inquiry, offer, all.ratesFrom())).build())
              .orElseGet(() -> Response.seeOther(PatientsPage.address(inquiry)).build());
        });
  }

  private Choose choose(Inquiry inquiry, Offer offer, LocalDate ratesFrom) {
    return new Choose(
        inquiry.reference(),
        offer,
        ratesFrom,
        inquiries.identityOf(inquiry.id()),
        tracking.othersWith(inquiry.id(), offer.leadId()));
  }

  @POST
  @PermitAll
  @Path("/choice")
  public Response choose(
      @PathParam("reference") String reference,
      @FormParam("quote") @Size(max = 100) String quote,
      @CookieParam(Sessions.COOKIE) String secret) {
    return act(
        reference,
        secret,
        inquiry -> choosing.choose(inquiry.id(), wish(quote), Actor.PATIENT),
        problem -> Typed.of(null, null, problem, "/offers"));
  }

  private static Wish wish(String quote) {
    return Wish.parse(quote)
        .orElseThrow(
            () -> Problem.notFound("quote-unknown", "There is no such offer for this inquiry."));
  }

  @POST
  @PermitAll
  @Path("/messages")
  public Response write(
      @PathParam("reference") String reference,
      @FormParam("lead") UUID lead,
      @FormParam("text") String text,
      @FormParam("id") UUID id,
      @CookieParam(Sessions.COOKIE) String secret) {
    return act(
        reference,
        secret,
        inquiry ->
            messages.put(
                inquiry.id(),
                Optional.ofNullable(lead).orElseThrow(OfferPages::nobody),
                Optional.ofNullable(id).orElseThrow(OfferPages::nobody),
                Actor.PATIENT,
                Kind.MESSAGE,
                text),
        problem -> Typed.of(lead == null ? null : lead.toString(), text, problem, "/text"));
  }

  private static Problem nobody() {
    return Problem.notFound("lead-unknown", "Choose the clinic you write to.");
  }

  @POST
  @PermitAll
  @Path("/confirmation")
  public Response confirm(
      @PathParam("reference") String reference,
      @FormParam("outcome") Outcome outcome,
      @CookieParam(Sessions.COOKIE) String secret) {
    return act(
        reference,
        secret,
        inquiry -> treatments.confirm(inquiry.id(), outcome, Actor.PATIENT),
        problem -> Typed.of(null, null, problem, "/report"));
  }

  private interface Deed {
    void on(Inquiry inquiry);
  }

  private Response act(String reference, String secret, Deed deed, Function<Problem, Typed> typed) {
    return opened(
        reference,
        secret,
        inquiry -> {
          try {
            deed.on(inquiry);
            return Response.seeOther(PatientsPage.address(inquiry)).build();
          } catch (Problem problem) {
            return Response.status(problem.status())
                .entity(page.of(inquiry, typed.apply(problem)))
                .build();
          }
        });
  }

  private Response opened(String reference, String secret, Function<Inquiry, Response> answer) {
    return tracking
        .opened(reference, secret)
        .map(answer)
        .orElseGet(() -> TrackingPages.askForLink(reference));
  }
}
