package health.sojourn.inquiry.desk;

import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.message.Message.Kind;
import health.sojourn.inquiry.message.Messages;
import health.sojourn.inquiry.quote.Choice.Wish;
import health.sojourn.inquiry.quote.Choosing;
import health.sojourn.inquiry.treatment.TreatmentReport.Outcome;
import health.sojourn.inquiry.treatment.Treatments;
import health.sojourn.web.Reader;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What a facilitator does once a clinic has accepted: passes messages on, chooses for a patient who
 * said so, confirms how it ended. What is done twice by a second click is done once.
 */
@Path("/desk/inquiries/{key}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class HandOverPage {
  private static final int LONGEST_REASON = 1000;

  private final WholeInquiry whole;
  private final Choosing choosing;
  private final Messages messages;
  private final Treatments treatments;

  HandOverPage(WholeInquiry whole, Choosing choosing, Messages messages, Treatments treatments) {
    this.whole = whole;
    this.choosing = choosing;
    this.messages = messages;
    this.treatments = treatments;
  }

  @POST
  @Path("/choice")
  @RolesAllowed("facilitator")
  @Operation(hidden = true)
  public Response choose(
      @PathParam("key") @Size(max = 40) String key,
      @FormParam("quote") @Size(max = 100) String quote,
      @FormParam("reason") String reason) {
    return act(
        key,
        inquiry -> choosing.choose(inquiry.id(), wish(quote, reason), whole.viewer()),
        problem -> Typed.choice(quote, reason, errors(problem, "/quote")));
  }

  private static Wish wish(String quote, String reason) {
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty()) {
      throw wrong("/reason", "required", "Say why; the reason is kept.");
    }
    if (why.length() > LONGEST_REASON) {
      throw wrong("/reason", "wrong-length", "Write at most 1000 characters.");
    }
    return Wish.parse(quote)
        .map(wish -> wish.because(why))
        .orElseThrow(() -> wrong("/quote", "required", "Choose one of the offers."));
  }

  @POST
  @Path("/messages")
  @RolesAllowed("facilitator")
  @Operation(hidden = true)
  public Response write(
      @PathParam("key") @Size(max = 40) String key,
      @FormParam("lead") UUID lead,
      @FormParam("text") String text,
      @FormParam("id") UUID id) {
    return act(
        key,
        inquiry -> {
          if (lead == null || id == null) {
            throw wrong("/lead", "required", "Choose whom it is about.");
          }
          messages.put(inquiry.id(), lead, id, whole.viewer(), Kind.MESSAGE, text);
        },
        problem ->
            Typed.message(lead == null ? null : lead.toString(), text, errors(problem, "/text")));
  }

  @POST
  @Path("/messages/{id}/release")
  @RolesAllowed("facilitator")
  @Operation(hidden = true)
  public Response release(@PathParam("key") @Size(max = 40) String key, @PathParam("id") UUID id) {
    return act(key, inquiry -> messages.release(inquiry.id(), id, whole.viewer()));
  }

  @POST
  @Path("/messages/{id}/keep-back")
  @RolesAllowed("facilitator")
  @Operation(hidden = true)
  public Response keepBack(@PathParam("key") @Size(max = 40) String key, @PathParam("id") UUID id) {
    return act(key, inquiry -> messages.keepBack(inquiry.id(), id, whole.viewer()));
  }

  @POST
  @Path("/confirmation")
  @RolesAllowed("facilitator")
  @Operation(hidden = true)
  public Response confirm(
      @PathParam("key") @Size(max = 40) String key, @FormParam("outcome") Outcome outcome) {
    return act(key, inquiry -> treatments.confirm(inquiry.id(), outcome, whole.viewer()));
  }

  private interface Deed {
    void on(Inquiry inquiry);
  }

  private Response act(String key, Deed deed) {
    return act(key, deed, problem -> Typed.nothingBut(errors(problem, "/hand-over")));
  }

  private Response act(String key, Deed deed, Function<Problem, Typed> typed) {
    Inquiry inquiry = whole.find(key);
    try {
      deed.on(inquiry);
      return Response.seeOther(WholeInquiry.address(inquiry)).build();
    } catch (Problem problem) {
      return Response.status(problem.status())
          .entity(
              Reader.at(WholeInquiry.address(inquiry), whole.page(inquiry, typed.apply(problem))))
          .build();
    }
  }

  /** A problem without fields is said at the field that is there. */
  private static List<FieldError> errors(Problem problem, String field) {
    return problem.errors().isEmpty()
        ? List.of(new FieldError(field, problem.code(), problem.getMessage()))
        : problem.errors();
  }

  private static Problem wrong(String pointer, String code, String detail) {
    return Problem.invalid(List.of(new FieldError(pointer, code, detail)));
  }
}
