package health.sojourn.inquiry.form;

import health.sojourn.defaults.Ids;
import health.sojourn.http.FieldError;
import health.sojourn.http.IdempotencyKeys;
import health.sojourn.http.Language;
import health.sojourn.http.Problem;
import health.sojourn.inquiry.consent.DisclosureKind;
import health.sojourn.inquiry.consent.Texts;
import health.sojourn.inquiry.intake.Catalogue;
import health.sojourn.inquiry.intake.Intake;
import health.sojourn.inquiry.intake.NewInquiry;
import health.sojourn.inquiry.intake.References;
import health.sojourn.inquiry.intake.Sender;
import health.sojourn.inquiry.intake.Senders;
import health.sojourn.web.Option;
import health.sojourn.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;

/** The form: the same checks and the same way in as the API. */
@Path("/inquiries")
@Produces(MediaType.TEXT_HTML)
public class FormPages {
  private static final String FIRST_THERAPY = "allogeneic-msc-knee";

  private final Intake intake;
  private final Catalogue catalogue;
  private final Texts texts;
  private final FormErrors problems;
  private final IdempotencyKeys idempotency;
  private final Senders senders;
  private final Ids ids;
  private final Reader reader;

  FormPages(
      Intake intake,
      Catalogue catalogue,
      Texts texts,
      FormErrors problems,
      IdempotencyKeys idempotency,
      Senders senders,
      Ids ids,
      Reader reader) {
    this.intake = intake;
    this.catalogue = catalogue;
    this.texts = texts;
    this.problems = problems;
    this.idempotency = idempotency;
    this.senders = senders;
    this.ids = ids;
    this.reader = reader;
  }

  /**
   * @param key sent back with the form, so that a double click is one inquiry
   * @param textLanguage of the texts to agree to, sent back with the form
   * @param clinics named by the page the reader came from
   * @param offered countries in which clinics offer the therapy
   * @param spoken languages to talk to a doctor in
   */
  @CheckedTemplate(basePath = "form", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record NewInquiryForm(
      Filled form,
      List<FieldError> errors,
      String key,
      String textVersion,
      String textLanguage,
      List<Catalogue.KnownClinic> clinics,
      List<Option> offered,
      List<Option> countries,
      List<Option> languages,
      List<Option> spoken,
      List<ConsentRow> agreements,
      Texts.Text noLegalBasis)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "form", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Sent(String reference) implements TemplateInstance {}

  @GET
  @PermitAll
  @Path("/new")
  public TemplateInstance blank(
      @QueryParam("therapy") @DefaultValue(FIRST_THERAPY) String therapy,
      @QueryParam("clinic") String clinic) {
    String known = clinic == null || catalogue.clinic(clinic).isEmpty() ? null : clinic;
    return page(Filled.empty(therapy, known), List.of(), ids.next().toString());
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response send(MultivaluedMap<String, String> fields, @Context HttpServerRequest request) {
    Filled form = new Filled(fields);
    FormReader filled = new FormReader(form);
    NewInquiry asked = filled.read();
    List<FieldError> errors = problems.of(filled.errors(), intake.check(asked), form);
    String key = form.value("key");
    if (!errors.isEmpty()) {
      return Response.status(422)
          .entity(
              Reader.at(blank(form), page(form, errors, key == null ? ids.next().toString() : key)))
          .build();
    }
    return idempotency.once(
        senders.caller(request),
        "POST /inquiries",
        key,
        asked,
        () -> sent(intake.submit(asked, Sender.FORM).reference()));
  }

  /** The form as it was before anything was typed. */
  private static URI blank(Filled form) {
    UriBuilder address = UriBuilder.fromPath("/inquiries/new");
    add(address, "therapy", form.value("therapy"));
    add(address, "clinic", form.value("wishes.clinics"));
    return address.build();
  }

  private static void add(UriBuilder address, String name, String value) {
    if (value != null) {
      address.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
    }
  }

  private static Response sent(String reference) {
    return Response.seeOther(URI.create("/inquiries/" + reference + "/sent")).build();
  }

  /** Says nothing that the reader of this address does not know already. */
  @GET
  @PermitAll
  @Path("/{reference}/sent")
  public TemplateInstance sentPage(@PathParam("reference") String reference) {
    return References.parse(reference)
        .map(Sent::new)
        .orElseThrow(
            () -> Problem.notFound("reference-unknown", "This is not one of our references."));
  }

  private NewInquiryForm page(Filled form, List<FieldError> errors, String key) {
    String therapy = form.value("therapy") == null ? FIRST_THERAPY : form.value("therapy");
    Language language = reader.language();
    List<ConsentRow> agreements =
        texts.inForce(language.tag()).stream()
            .filter(Texts.Text::required)
            .map(text -> ConsentRow.of(text, form))
            .toList();
    return new NewInquiryForm(
        form,
        errors,
        key,
        Texts.IN_FORCE,
        language.tag(),
        form.values("wishes.clinics").stream()
            .flatMap(slug -> catalogue.clinic(slug).stream())
            .toList(),
        Lists.countries(catalogue.countries(therapy), language),
        Lists.allCountries(language),
        Lists.allLanguages(language),
        Lists.spokenByDoctors(language),
        agreements,
        texts.inForce(DisclosureKind.NO_LEGAL_BASIS.name(), language.tag()).orElseThrow());
  }
}
