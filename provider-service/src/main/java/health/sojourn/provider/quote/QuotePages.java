package health.sojourn.provider.quote;

import health.sojourn.http.FieldError;
import health.sojourn.http.IdempotencyKeys;
import health.sojourn.http.Problem;
import health.sojourn.provider.leadinbox.DeskFrame;
import health.sojourn.provider.leadinbox.DeskFrames;
import health.sojourn.provider.leadinbox.InboxLead;
import health.sojourn.provider.leadinbox.LeadInbox;
import health.sojourn.provider.leadinbox.LeadView;
import health.sojourn.provider.people.SignedInClinic;
import health.sojourn.web.Option;
import health.sojourn.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Where a quote is written, looked at as the patient will see it, sent and taken back. All steps of
 * writing are one form: what was typed travels with it, so that nothing is kept before it is sent
 * and no script is needed.
 */
@Path("/clinic-desk/leads/{id}/quote")
@Produces(MediaType.TEXT_HTML)
public class QuotePages {
  private static final String REMOVE = "remove-line-";

  @Inject SignedInClinic signedIn;
  @Inject DeskFrames frames;
  @Inject LeadInbox inbox;
  @Inject Quotes quotes;
  @Inject QuoteStart start;
  @Inject QuoteTemplates templates;
  @Inject QuoteChoices choices;
  @Inject IdempotencyKeys idempotency;

  /**
   * @param saved the name of the template that was just kept, or null
   */
  @CheckedTemplate(basePath = "quote", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record QuoteEditor(
      DeskFrame frame,
      LeadView lead,
      QuoteForm form,
      List<Option> currencies,
      List<Option> languages,
      List<Option> templates,
      String saved,
      List<FieldError> errors)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "quote", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record QuotePreview(
      DeskFrame frame, LeadView lead, QuoteForm form, QuoteTerms terms, LocalDate validUntil)
      implements TemplateInstance {}

  /**
   * @param withdrawable whether the clinic may still take it back
   */
  @CheckedTemplate(basePath = "quote", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record SentQuote(
      DeskFrame frame,
      LeadView lead,
      QuoteView quote,
      QuoteTerms terms,
      boolean withdrawable,
      List<FieldError> errors)
      implements TemplateInstance {}

  @GET
  @RolesAllowed("clinic")
  @Operation(hidden = true)
  public TemplateInstance write(@PathParam("id") UUID id, @QueryParam("template") String template) {
    InboxLead lead = inbox.quotable(id, signedIn.slug());
    UUID chosen = template == null || template.isBlank() ? null : idOf(template);
    return editor(id, start.form(frames.current(), lead, chosen), null, List.of());
  }

  private static UUID idOf(String template) {
    try {
      return UUID.fromString(template);
    } catch (IllegalArgumentException e) {
      throw Problem.notFound("template-not-found", "There is no such template.");
    }
  }

  @POST
  @RolesAllowed("clinic")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response next(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    inbox.get(id, signedIn.slug());
    QuoteForm form = QuoteForm.of(sent);
    String step = sent.getFirst("do");
    if (step == null) {
      return preview(id, form.compact());
    }
    if (step.startsWith(REMOVE)) {
      return page(200, id, form.without(lineOf(step)), null, List.of());
    }
    return switch (step) {
      case "add-line" -> page(200, id, form.withOneMoreLine(), null, List.of());
      case "edit" -> page(200, id, form, null, List.of());
      case "save-template" -> saveTemplate(id, form);
      case "send" -> send(id, form.compact());
      default -> preview(id, form.compact());
    };
  }

  @GET
  @RolesAllowed("clinic")
  @Path("/{version}")
  @Operation(hidden = true)
  public TemplateInstance show(@PathParam("id") UUID id, @PathParam("version") int version) {
    return sent(id, quotes.get(id, signedIn.slug(), version), List.of());
  }

  @POST
  @RolesAllowed("clinic")
  @Path("/{version}/withdrawal")
  @Operation(hidden = true)
  public Response withdraw(@PathParam("id") UUID id, @PathParam("version") int version) {
    try {
      quotes.withdraw(id, signedIn.slug(), version);
      return Response.seeOther(address(id, version)).build();
    } catch (Problem problem) {
      if (problem.status() != 409) {
        throw problem;
      }
      TemplateInstance page =
          sent(id, quotes.get(id, signedIn.slug(), version), errorsOf(problem, "/quote"));
      return Response.status(409).entity(Reader.at(address(id, version), page)).build();
    }
  }

  private Response saveTemplate(UUID id, QuoteForm form) {
    String name = form.templateName().strip();
    if (name.isEmpty() || name.length() > QuoteTemplates.LONGEST_NAME) {
      String code = name.isEmpty() ? "required" : "wrong-length";
      var error =
          new FieldError("/templateName", code, "Name the template, in at most 80 letters.");
      return page(422, id, form, null, List.of(error));
    }
    templates.save(signedIn.slug(), name, form.draft());
    return page(200, id, form, name, List.of());
  }

  private Response preview(UUID id, QuoteForm form) {
    List<FieldError> errors = new ArrayList<>();
    NewQuote asked = read(form, errors);
    if (!errors.isEmpty()) {
      return page(422, id, form, null, errors);
    }
    DeskFrame frame = frames.current();
    LeadView lead = LeadView.of(inbox.get(id, frame.slug()));
    return answer(200, id, new QuotePreview(frame, lead, form, asked.terms(), asked.validUntil()));
  }

  private Response send(UUID id, QuoteForm form) {
    List<FieldError> errors = new ArrayList<>();
    NewQuote asked = read(form, errors);
    if (!errors.isEmpty()) {
      return page(422, id, form, null, errors);
    }
    try {
      return idempotency.once(
          signedIn.person(),
          "POST /clinic-desk/leads/" + id + "/quote",
          form.key().isBlank() ? null : form.key(),
          asked,
          () ->
              Response.seeOther(
                      address(
                          id, quotes.make(id, signedIn.slug(), signedIn.person(), asked).version()))
                  .build());
    } catch (Problem problem) {
      if (problem.status() != 409 && problem.status() != 422) {
        throw problem;
      }
      return page(problem.status(), id, form, null, QuoteForm.ofForm(errorsOf(problem, "/quote")));
    }
  }

  /** All that is wrong at once; what can't be read has no second error for being missing. */
  private NewQuote read(QuoteForm form, List<FieldError> errors) {
    NewQuote asked = form.read(errors);
    List<String> unreadable = errors.stream().map(FieldError::pointer).toList();
    QuoteForm.ofForm(quotes.errors(asked, signedIn.slug())).stream()
        .filter(it -> !unreadable.contains(it.pointer()))
        .forEach(errors::add);
    return asked;
  }

  private Response page(
      int status, UUID id, QuoteForm form, String saved, List<FieldError> errors) {
    return answer(status, id, editor(id, form, saved, errors));
  }

  private static Response answer(int status, UUID id, TemplateInstance page) {
    return Response.status(status).entity(Reader.at(address(id), page)).build();
  }

  private TemplateInstance editor(UUID id, QuoteForm form, String saved, List<FieldError> errors) {
    DeskFrame frame = frames.current();
    return new QuoteEditor(
        frame,
        LeadView.of(inbox.get(id, frame.slug())),
        form,
        choices.currencies(),
        choices.languages(frame.slug()),
        templates.of(frame.slug()).stream()
            .map(it -> Option.of(it.id.toString(), it.name))
            .toList(),
        saved,
        errors);
  }

  private TemplateInstance sent(UUID id, Quotes.Version version, List<FieldError> errors) {
    DeskFrame frame = frames.current();
    LeadView lead = LeadView.of(inbox.get(id, frame.slug()));
    boolean newest =
        version.state() == QuoteState.IN_FORCE || version.state() == QuoteState.EXPIRED;
    return new SentQuote(
        frame,
        lead,
        QuoteView.of(version),
        version.quote().terms(),
        newest && lead.isQuotable(),
        errors);
  }

  private static int lineOf(String step) {
    String line = step.substring(REMOVE.length());
    return line.matches("\\d{1,2}") ? Integer.parseInt(line) : -1;
  }

  private static List<FieldError> errorsOf(Problem problem, String otherwise) {
    return problem.errors().isEmpty()
        ? List.of(new FieldError(otherwise, problem.code(), problem.getMessage()))
        : problem.errors();
  }

  private static URI address(UUID id) {
    return UriBuilder.fromPath("/clinic-desk/leads/{id}/quote").build(id);
  }

  private static URI address(UUID id, int version) {
    return UriBuilder.fromPath("/clinic-desk/leads/{id}/quote/{version}").build(id, version);
  }
}
