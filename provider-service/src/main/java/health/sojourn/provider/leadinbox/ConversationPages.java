package health.sojourn.provider.leadinbox;

import health.sojourn.defaults.Ids;
import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.http.Violations;
import health.sojourn.provider.people.SignedInClinic;
import health.sojourn.web.Option;
import health.sojourn.web.Reader;
import health.sojourn.web.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/** What was written about a lead, and where the clinic writes more. */
@Path("/clinic-desk/leads/{id}/messages")
@Produces(MediaType.TEXT_HTML)
public class ConversationPages {
  private static final Logger LOG = Logger.getLogger(ConversationPages.class);

  @Inject SignedInClinic signedIn;
  @Inject DeskFrames frames;
  @Inject LeadInbox inbox;
  @Inject Conversations conversations;
  @Inject Validator validator;
  @Inject Ids ids;
  @Inject Reader reader;

  /** What was typed, kept when the form comes back; the key makes a second click the same. */
  record Typed(String key, String kind, String text) {}

  /**
   * @param conversation null while it can't be fetched, and once the lead has ended
   * @param writable false once the lead has ended
   */
  @CheckedTemplate(basePath = "leadinbox", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Messages(
      DeskFrame frame,
      LeadView lead,
      Conversation conversation,
      boolean writable,
      Typed typed,
      List<Option> kinds,
      List<FieldError> errors)
      implements TemplateInstance {}

  @GET
  @RolesAllowed("clinic")
  @Operation(hidden = true)
  public TemplateInstance show(@PathParam("id") UUID id) {
    String kind = inbox.get(id, signedIn.slug()).status().awaitsAnswer() ? "QUESTION" : "";
    return page(id, new Typed(ids.next().toString(), kind, ""), List.of());
  }

  @POST
  @RolesAllowed("clinic")
  @Operation(hidden = true)
  public Response write(
      @PathParam("id") UUID id,
      @FormParam("key") String key,
      @FormParam("kind") String kind,
      @FormParam("text") String text) {
    inbox.get(id, signedIn.slug());
    String sentAs = key == null || key.isBlank() ? ids.next().toString() : key;
    Typed typed = new Typed(sentAs, kind, text == null ? "" : text);
    var message = new NewMessage(typed.text().strip());
    List<FieldError> errors = Violations.errors(validator.validate(message));
    if (errors.isEmpty()) {
      errors = kindError(kind);
    }
    if (!errors.isEmpty()) {
      return again(id, 422, typed, errors);
    }
    try {
      conversations.write(
          id,
          signedIn.slug(),
          signedIn.person(),
          // Changed words, after going back, are another message.
          sentAs + " " + message.text(),
          message.text(),
          MessageKind.valueOf(kind));
    } catch (Problem problem) {
      return again(id, problem.status(), typed, errorsOf(problem));
    }
    return Response.seeOther(address(id)).build();
  }

  private static List<FieldError> kindError(String kind) {
    return Arrays.stream(MessageKind.values()).anyMatch(it -> it.name().equals(kind))
        ? List.of()
        : List.of(new FieldError("/kind", "required", "Say whether you wait for an answer."));
  }

  private static List<FieldError> errorsOf(Problem problem) {
    return problem.errors().isEmpty()
        ? List.of(new FieldError("/text", problem.code(), problem.getMessage()))
        : problem.errors();
  }

  private Response again(UUID id, int status, Typed typed, List<FieldError> errors) {
    return Response.status(status).entity(Reader.at(address(id), page(id, typed, errors))).build();
  }

  private TemplateInstance page(UUID id, Typed typed, List<FieldError> errors) {
    DeskFrame frame = frames.current();
    InboxLead lead = inbox.get(id, frame.slug());
    return new Messages(
        frame,
        LeadView.of(lead),
        lead.status().isOpen() ? conversation(id, frame.slug()) : null,
        lead.status().isOpen(),
        typed,
        Arrays.stream(MessageKind.values())
            .map(it -> Option.of(it.name(), Words.of("messageKind", it, reader.language())))
            .toList(),
        errors);
  }

  private Conversation conversation(UUID id, String clinic) {
    try {
      return conversations.read(id, clinic);
    } catch (Problem problem) {
      LOG.debugf("The conversation of lead %s is not shown: %s", id, problem.code());
      return null;
    }
  }

  private static URI address(UUID id) {
    return UriBuilder.fromPath("/clinic-desk/leads/{id}/messages").build(id);
  }
}
