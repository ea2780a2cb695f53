package health.sojourn.provider.change;

import health.sojourn.http.FieldError;
import health.sojourn.http.Page;
import health.sojourn.http.Problem;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.evidence.EvidenceFile;
import health.sojourn.provider.people.ClinicAccess;
import health.sojourn.provider.verification.Attribute;
import health.sojourn.provider.verification.Author;
import health.sojourn.provider.verification.CheckMethod;
import health.sojourn.provider.verification.FactView;
import health.sojourn.provider.verification.Level;
import health.sojourn.web.Option;
import health.sojourn.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where facilitators check what was proposed, oldest first. */
@Path("/catalogue/checks")
@Produces(MediaType.TEXT_HTML)
public class CheckPages {
  private static final int ROWS = 20;
  private static final int LONGEST_REASON = 1000;

  @Inject Changes changes;
  @Inject FactSheets sheets;
  @Inject Clinics clinics;
  @Inject ClinicAccess access;
  @Inject Reader reader;
  @Inject Clock clock;

  /** A change beside what it would replace. */
  record Row(
      UUID id,
      String clinic,
      String clinicName,
      Attribute attribute,
      FactView published,
      FactView proposed,
      String who,
      boolean byClinic,
      Instant at,
      String note,
      List<EvidenceFile> evidence) {}

  /** How a change was decided; null parts where nobody has. */
  record Decision(ChangeStatus status, Instant at, String who, String reason) {}

  @CheckedTemplate(basePath = "change", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record CheckQueue(List<Row> rows, String next, String first) implements TemplateInstance {}

  /**
   * @param decision null while it waits
   * @param own whether the reader proposed it
   * @param tag of what is beside it
   * @param changed whether what is published changed while the page was read
   */
  @CheckedTemplate(basePath = "change", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record CheckOne(
      Row row,
      Decision decision,
      boolean own,
      String tag,
      boolean changed,
      String method,
      String reason,
      List<Option> methods,
      List<FieldError> errors)
      implements TemplateInstance {}

  @GET
  @RolesAllowed("facilitator")
  @Operation(hidden = true)
  public TemplateInstance queue(@QueryParam("cursor") String cursor) {
    Page<Change> page = changes.queue(cursor, ROWS);
    return new CheckQueue(
        page.items().stream().map(this::row).toList(),
        page.next() == null ? null : "/catalogue/checks?cursor=" + page.next(),
        cursor == null ? null : "/catalogue/checks");
  }

  @GET
  @RolesAllowed("facilitator")
  @Path("/{id}")
  @Operation(hidden = true)
  public TemplateInstance show(@PathParam("id") UUID id) {
    return page(changes.get(id), false, null, null, List.of());
  }

  @POST
  @RolesAllowed("facilitator")
  @Path("/{id}/publication")
  @Operation(hidden = true)
  public Response publish(
      @PathParam("id") UUID id, @FormParam("how") String how, @FormParam("tag") String tag) {
    Optional<Way> way = Way.of(how);
    if (way.isEmpty()) {
      var error = new FieldError("/how", "required", "Choose how it was checked");
      return again(id, 422, false, how, null, List.of(error));
    }
    return decided(
        id,
        how,
        null,
        () ->
            changes.publish(
                id, way.get().method(), way.get().level(), tag == null ? "" : tag, author()));
  }

  @POST
  @RolesAllowed("facilitator")
  @Path("/{id}/rejection")
  @Operation(hidden = true)
  public Response reject(@PathParam("id") UUID id, @FormParam("why") String reason) {
    Optional<FieldError> error = reasonError(reason);
    if (error.isPresent()) {
      return again(id, 422, false, null, reason, List.of(error.get()));
    }
    return decided(id, null, reason, () -> changes.reject(id, reason.strip(), author()));
  }

  static Optional<FieldError> reasonError(String reason) {
    if (reason == null || reason.isBlank()) {
      return Optional.of(new FieldError("/why", "required", "Say why, so that they can mend it"));
    }
    return reason.strip().length() > LONGEST_REASON
        ? Optional.of(
            new FieldError(
                "/why", "wrong-length", "Write at most " + LONGEST_REASON + " characters"))
        : Optional.empty();
  }

  /** A way of checking with the level it gives, as a form sends both. */
  record Way(CheckMethod method, Level level) {
    static Optional<Way> of(String sent) {
      for (CheckMethod method : CheckMethod.values()) {
        for (Level level : method.levels()) {
          if ((method.name() + "-" + level.code()).equals(sent)) {
            return Optional.of(new Way(method, level));
          }
        }
      }
      return Optional.empty();
    }
  }

  private Response decided(UUID id, String how, String reason, Runnable decision) {
    try {
      decision.run();
      return Response.seeOther(UriBuilder.fromPath("/catalogue/checks/{id}").build(id)).build();
    } catch (Problem problem) {
      boolean changed = problem.status() == 412 || problem.status() == 428;
      if (!changed && problem.status() != 409 && problem.status() != 422) {
        throw problem;
      }
      List<FieldError> errors =
          changed || !problem.errors().isEmpty()
              ? problem.errors()
              : List.of(new FieldError("/how", problem.code(), problem.getMessage()));
      return again(id, changed ? 409 : problem.status(), changed, how, reason, errors);
    }
  }

  private Response again(
      UUID id, int status, boolean changed, String how, String reason, List<FieldError> errors) {
    URI at = UriBuilder.fromPath("/catalogue/checks/{id}").build(id);
    return Response.status(status)
        .entity(Reader.at(at, page(changes.get(id), changed, how, reason, errors)))
        .build();
  }

  private TemplateInstance page(
      Change change, boolean changed, String how, String reason, List<FieldError> errors) {
    Author decider = change.decider();
    return new CheckOne(
        row(change),
        change.isWaiting()
            ? null
            : new Decision(change.status(), change.decidedAt(), decider.name(), change.reason()),
        change.author().id().equals(author().id()),
        "\"" + changes.state(change.attribute()).tag().getValue() + "\"",
        changed,
        how,
        reason,
        sheets.methods(CheckMethod.values()),
        errors);
  }

  private Row row(Change change) {
    LocalDate today = LocalDate.now(clock);
    Attribute attribute = change.attribute();
    return new Row(
        change.id(),
        attribute.clinic(),
        clinics.get(attribute.clinic()).name(),
        attribute,
        FactView.of(attribute.name(), changes.state(attribute).published(), today),
        FactView.of(attribute.name(), change.fact(), today),
        change.author().name(),
        change.author().clinic() != null,
        change.proposedAt(),
        change.note(),
        sheets.files(change));
  }

  private Author author() {
    return access.author();
  }
}
