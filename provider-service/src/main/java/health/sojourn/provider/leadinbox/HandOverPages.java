package health.sojourn.provider.leadinbox;

import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.http.Violations;
import health.sojourn.provider.people.SignedInClinic;
import health.sojourn.web.Option;
import health.sojourn.web.Reader;
import health.sojourn.web.Viewer;
import health.sojourn.web.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** After the patient's choice: whom to call, what to do until the treatment, how it ended. */
@Path("/clinic-desk/leads/{id}/hand-over")
@Produces(MediaType.TEXT_HTML)
public class HandOverPages {
  @Inject SignedInClinic signedIn;
  @Inject DeskFrames frames;
  @Inject Cases cases;
  @Inject LeadInbox inbox;
  @Inject HandOvers handOvers;
  @Inject Viewer viewer;
  @Inject Validator validator;
  @Inject Reader reader;

  /**
   * @param done null until it is ticked
   */
  record Item(HandOverStep step, HandOvers.Done done, boolean ticked) {}

  /** What was typed, kept when a form comes back. */
  record Typed(
      String arrivesOn,
      String treatedOn,
      String leavesOn,
      String outcome,
      String reason,
      String day) {}

  /**
   * @param content null while the case can't be fetched
   */
  @CheckedTemplate(basePath = "leadinbox", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record HandOver(
      DeskFrame frame,
      LeadView lead,
      LeadCase content,
      List<Item> items,
      Typed typed,
      List<Option> outcomes,
      List<Option> reasons,
      List<FieldError> errors)
      implements TemplateInstance {}

  @GET
  @RolesAllowed("clinic")
  @Operation(hidden = true)
  public Response show(@PathParam("id") UUID id) {
    HandOvers.HandOver kept = handOvers.of(id, signedIn.slug());
    return page(id, 200, kept, kept.done().keySet(), typed(kept.dates(), null), List.of());
  }

  @POST
  @RolesAllowed("clinic")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
    HandOvers.HandOver kept = handOvers.of(id, signedIn.slug());
    Set<HandOverStep> shown = steps(form.get("was"));
    Set<HandOverStep> ticked = steps(form.get("done"));
    List<FieldError> errors = new ArrayList<>();
    TravelDates dates =
        new TravelDates(
            day("arrivesOn", form, errors),
            day("treatedOn", form, errors),
            day("leavesOn", form, errors));
    errors.addAll(dates.errors());
    if (!errors.isEmpty()) {
      return page(id, 422, kept, ticked, typed(null, form), errors);
    }
    handOvers.change(
        id,
        signedIn.slug(),
        new HandOvers.Change(dates, without(ticked, shown), without(shown, ticked)),
        viewer.getName());
    return Response.seeOther(address(id)).build();
  }

  @POST
  @RolesAllowed("clinic")
  @Path("/report")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response report(@PathParam("id") UUID id, MultivaluedMap<String, String> form) {
    HandOvers.HandOver kept = handOvers.of(id, signedIn.slug());
    List<FieldError> errors = new ArrayList<>();
    LocalDate day = day("day", form, errors);
    Outcome outcome = code(Outcome.class, form.getFirst("outcome"));
    CancelReason reason =
        outcome == Outcome.CANCELLED ? code(CancelReason.class, form.getFirst("reason")) : null;
    var report = new TreatmentReport(outcome, reason, day);
    if (errors.isEmpty()) {
      errors.addAll(Violations.errors(validator.validate(report)));
    }
    try {
      if (errors.isEmpty()) {
        inbox.report(id, signedIn.slug(), report);
        return Response.seeOther(address(id)).build();
      }
    } catch (Problem problem) {
      if (problem.status() != 422) {
        throw problem;
      }
      errors.addAll(problem.errors());
    }
    return page(id, 422, kept, kept.done().keySet(), typed(kept.dates(), form), errors);
  }

  private Response page(
      UUID id,
      int status,
      HandOvers.HandOver kept,
      Set<HandOverStep> ticked,
      Typed typed,
      List<FieldError> errors) {
    DeskFrame frame = frames.current();
    LeadCase content = null;
    int answer = status;
    try {
      content = cases.open(id, frame.slug(), signedIn.person()).content();
    } catch (Problem problem) {
      if (problem.status() != 503) {
        throw problem;
      }
      answer = 503;
    }
    TemplateInstance page =
        new HandOver(
            frame,
            LeadView.of(inbox.get(id, frame.slug())),
            content,
            Arrays.stream(HandOverStep.values())
                .map(it -> new Item(it, kept.done().get(it), ticked.contains(it)))
                .toList(),
            typed,
            options("outcome", Outcome.values()),
            options("cancelReason", CancelReason.values()),
            errors);
    return Response.status(answer).entity(Reader.at(address(id), page)).build();
  }

  private List<Option> options(String kind, Enum<?>[] codes) {
    return Arrays.stream(codes)
        .map(it -> Option.of(it.name(), Words.of(kind, it, reader.language())))
        .toList();
  }

  /** The dates as they are kept, or as they were typed where the form has them. */
  private static Typed typed(TravelDates dates, MultivaluedMap<String, String> form) {
    return new Typed(
        dates == null ? form.getFirst("arrivesOn") : text(dates.arrivesOn()),
        dates == null ? form.getFirst("treatedOn") : text(dates.treatedOn()),
        dates == null ? form.getFirst("leavesOn") : text(dates.leavesOn()),
        form == null ? null : form.getFirst("outcome"),
        form == null ? null : form.getFirst("reason"),
        form == null ? null : form.getFirst("day"));
  }

  private static String text(LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private static LocalDate day(
      String field, MultivaluedMap<String, String> form, List<FieldError> errors) {
    String typed = form.getFirst(field);
    try {
      return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeParseException e) {
      errors.add(
          new FieldError("/" + field, "not-a-date", "Write the day like 2027-02-11, year first."));
      return null;
    }
  }

  private static Set<HandOverStep> steps(List<String> names) {
    Set<HandOverStep> steps = EnumSet.noneOf(HandOverStep.class);
    for (String name : names == null ? List.<String>of() : names) {
      HandOverStep step = code(HandOverStep.class, name);
      if (step != null) {
        steps.add(step);
      }
    }
    return steps;
  }

  private static <E extends Enum<E>> E code(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static Set<HandOverStep> without(Set<HandOverStep> some, Set<HandOverStep> others) {
    Set<HandOverStep> rest = EnumSet.copyOf(some);
    rest.removeAll(others);
    return rest;
  }

  private static URI address(UUID id) {
    return UriBuilder.fromPath("/clinic-desk/leads/{id}/hand-over").build(id);
  }
}
