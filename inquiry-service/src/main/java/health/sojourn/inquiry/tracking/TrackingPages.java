package health.sojourn.inquiry.tracking;

import health.sojourn.http.FieldError;
import health.sojourn.inquiry.consent.Purpose;
import health.sojourn.inquiry.intake.References;
import health.sojourn.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The patient's page, and the way to it. */
@Path("/inquiries")
@Produces(MediaType.TEXT_HTML)
public class TrackingPages {
  static final String REFERENCE = "{reference: [Ss][Jj]-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}}";

  private static final URI ASK = URI.create("/inquiries/track");

  private final LinkRequests requests;
  private final Sessions sessions;
  private final Tracking tracking;
  private final PatientsPage page;
  private final Reader reader;

  TrackingPages(
      LinkRequests requests,
      Sessions sessions,
      Tracking tracking,
      PatientsPage page,
      Reader reader) {
    this.requests = requests;
    this.sessions = sessions;
    this.tracking = tracking;
    this.page = page;
    this.reader = reader;
  }

  /** Asks for reference and address; {@code spent} says that a link no longer held. */
  @CheckedTemplate(basePath = "tracking", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record AskForLink(String reference, String email, boolean spent, List<FieldError> errors)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "tracking", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record LinkSent() implements TemplateInstance {}

  @CheckedTemplate(basePath = "tracking", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Redeem(String token) implements TemplateInstance {}

  @CheckedTemplate(basePath = "tracking", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Withdraw(TrackingView inquiry) implements TemplateInstance {}

  @GET
  @PermitAll
  @Path("/track")
  public TemplateInstance ask(@QueryParam("reference") String reference) {
    return new AskForLink(reference, null, false, List.of());
  }

  @POST
  @PermitAll
  @Path("/track")
  public Response ask(
      @FormParam("reference") String reference,
      @FormParam("email") String email,
      @Context HttpServerRequest request) {
    List<FieldError> errors = missing(reference, email);
    if (!errors.isEmpty()) {
      return Response.status(422)
          .entity(Reader.at(ASK, new AskForLink(reference, email, false, errors)))
          .build();
    }
    requests.ask(reference, email, request.remoteAddress().hostAddress());
    return Response.seeOther(URI.create("/inquiries/track/sent")).build();
  }

  private static List<FieldError> missing(String reference, String email) {
    List<FieldError> errors = new ArrayList<>();
    if (References.parse(reference).isEmpty()) {
      errors.add(
          new FieldError(
              "/reference",
              "reference-invalid",
              "Write the reference as it is in our mail, such as SJ-7K2M-9QRK."));
    }
    if (email == null || email.isBlank() || email.length() > 254) {
      errors.add(
          new FieldError("/email", "required", "Write the e-mail address you gave with it."));
    }
    return errors;
  }

  @GET
  @PermitAll
  @Path("/track/sent")
  public TemplateInstance sent() {
    return new LinkSent();
  }

  /** Shows a button only: programs that look at links in mails must not use them up. */
  @GET
  @PermitAll
  @Path("/track/redeem")
  public TemplateInstance redeem(@QueryParam("token") String token) {
    return token == null || token.isBlank()
        ? new AskForLink(null, null, true, List.of())
        : new Redeem(token);
  }

  @POST
  @PermitAll
  @Path("/track/redeem")
  public Response open(@FormParam("token") String token) {
    return sessions
        .open(token == null ? "" : token)
        .map(
            session ->
                Response.seeOther(
                        URI.create("/inquiries/" + tracking.reference(session.inquiryId())))
                    .cookie(sessions.cookie(session)))
        .orElseGet(
            () ->
                Response.status(Status.NOT_FOUND)
                    .entity(Reader.at(ASK, new AskForLink(null, null, true, List.of()))))
        .build();
  }

  @POST
  @PermitAll
  @Path("/track/end")
  public Response end(@CookieParam(Sessions.COOKIE) String secret) {
    sessions.end(secret);
    return Response.seeOther(ASK).cookie(sessions.noCookie()).build();
  }

  @GET
  @PermitAll
  @Path("/" + REFERENCE)
  public Response inquiry(
      @PathParam("reference") String reference, @CookieParam(Sessions.COOKIE) String secret) {
    return tracking
        .opened(reference, secret)
        .map(inquiry -> Response.ok(page.of(inquiry, PatientsPage.Typed.nothing())).build())
        .orElseGet(() -> askForLink(reference));
  }

  /** Without a session of its own an inquiry looks the same whether there is one or not. */
  static Response askForLink(String reference) {
    return Response.status(Status.NOT_FOUND)
        .entity(new AskForLink(reference, null, false, List.of()))
        .build();
  }

  /** Says what it means first; nobody should lose an inquiry by a slip. */
  @GET
  @PermitAll
  @Path("/" + REFERENCE + "/withdraw")
  public Response askAgain(
      @PathParam("reference") String reference, @CookieParam(Sessions.COOKIE) String secret) {
    return tracking
        .view(reference, secret, reader.language())
        .map(view -> Response.ok(new Withdraw(view)).build())
        .orElseGet(() -> askForLink(reference));
  }

  @POST
  @PermitAll
  @Path("/" + REFERENCE + "/withdraw")
  public Response withdraw(
      @PathParam("reference") String reference, @CookieParam(Sessions.COOKIE) String secret) {
    tracking.withdraw(reference, secret, EnumSet.allOf(Purpose.class));
    // Without a session the page asks for a link.
    return Response.seeOther(URI.create("/inquiries/" + reference)).build();
  }
}
