package health.sojourn.provider.capacity;

import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.http.Violations;
import health.sojourn.provider.DeskMessages;
import health.sojourn.provider.leadinbox.DeskFrame;
import health.sojourn.provider.leadinbox.DeskFrames;
import health.sojourn.provider.people.ClinicAccess;
import health.sojourn.provider.people.Role;
import health.sojourn.provider.people.SignedInClinic;
import health.sojourn.provider.verification.Author;
import health.sojourn.web.Notation;
import health.sojourn.web.Option;
import health.sojourn.web.Reader;
import health.sojourn.web.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a clinic pauses and says how much it can take, and when. */
@Path("/clinic-desk/capacity")
@Produces(MediaType.TEXT_HTML)
public class CapacityPage {
  private static final URI ADDRESS = URI.create("/clinic-desk/capacity");
  private static final URI SAVED = URI.create("/clinic-desk/capacity?saved=true");

  @Inject SignedInClinic signedIn;
  @Inject DeskFrames frames;
  @Inject ClinicAccess access;
  @Inject Capacities capacities;
  @Inject CapacityLog log;
  @Inject Validator validator;
  @Inject Reader reader;

  /** A weekday's field: its name in the form, the day in words, and what stands in it. */
  record HoursField(String name, String label, String text) {}

  /** Days off that can be kept; those ticked stay. */
  record DaysOffField(List<Option> options, List<String> ticked) {}

  /**
   * @param title what the clinic could take from then on, in a few words
   * @param who staff is named as such
   */
  record Entry(CapacityLog.Row row, String title, String who) {}

  /**
   * @param now what holds
   * @param pausedUntil what was typed for the end of a pause
   */
  @CheckedTemplate(basePath = "capacity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record CapacityDesk(
      DeskFrame frame,
      DeclaredCapacity now,
      CapacityForm form,
      List<HoursField> hours,
      DaysOffField daysOff,
      String pausedUntil,
      List<Entry> log,
      boolean saved,
      List<FieldError> errors)
      implements TemplateInstance {}

  @GET
  @RolesAllowed("clinic")
  @Operation(hidden = true)
  public TemplateInstance show(@QueryParam("saved") boolean saved) {
    DeclaredCapacity now = capacities.of(signedIn.slug());
    return page(now, CapacityForm.of(now, today()), "", saved, List.of());
  }

  @POST
  @RolesAllowed("clinic")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response declare(MultivaluedMap<String, String> fields) {
    CapacityForm form = CapacityForm.typed(fields);
    DeclaredCapacity now = capacities.of(signedIn.slug());
    CapacityForm.Read read = form.read(now, today());
    List<FieldError> errors = errors(read);
    if (!errors.isEmpty()) {
      return again(422, now, form, "", errors);
    }
    try {
      capacities.declare(signedIn.slug(), read.declared(), form.ifMatch(), access.author());
      return Response.seeOther(SAVED).build();
    } catch (Problem problem) {
      if (problem.status() != 412) {
        throw problem;
      }
      DeclaredCapacity meanwhile = capacities.of(signedIn.slug());
      return again(412, meanwhile, form.onTopOf(meanwhile), "", List.of(changedMeanwhile()));
    }
  }

  @POST
  @RolesAllowed("clinic")
  @Path("/pause")
  @Operation(hidden = true)
  public Response pause(@FormParam("pausedUntil") String pausedUntil) {
    String typed = pausedUntil == null ? "" : pausedUntil.strip();
    List<FieldError> errors = new ArrayList<>();
    LocalDate last = typed.isEmpty() ? null : CapacityForm.day("/pausedUntil", typed, errors);
    if (errors.isEmpty()) {
      try {
        capacities.pause(signedIn.slug(), last, access.author());
        return Response.seeOther(SAVED).build();
      } catch (Problem problem) {
        errors.addAll(problem.errors());
        if (errors.isEmpty()) {
          throw problem;
        }
      }
    }
    DeclaredCapacity now = capacities.of(signedIn.slug());
    return again(422, now, CapacityForm.of(now, today()), typed, errors);
  }

  @POST
  @RolesAllowed("clinic")
  @Path("/resumption")
  @Operation(hidden = true)
  public Response resume() {
    capacities.resume(signedIn.slug(), access.author());
    return Response.seeOther(SAVED).build();
  }

  /** Each field's first mistake, and those of several fields together only where each is right. */
  private List<FieldError> errors(CapacityForm.Read read) {
    List<FieldError> errors = new ArrayList<>(read.errors());
    Set<String> wrong = new TreeSet<>(errors.stream().map(FieldError::pointer).toList());
    Violations.errors(validator.validate(read.declared())).stream()
        .filter(error -> wrong.add(error.pointer()))
        .forEach(errors::add);
    if (!errors.isEmpty()) {
      return errors;
    }
    return read.declared().errors(today()).stream()
        .map(it -> atItsField(it, read.declared()))
        .toList();
  }

  /** The form has one field for all hours of a weekday, and one for all days off. */
  private static FieldError atItsField(FieldError error, DeclaredCapacity declared) {
    String[] parts = error.pointer().split("/");
    String pointer =
        switch (parts[1]) {
          case "workingHours" ->
              "/hours/" + declared.workingHours().get(Integer.parseInt(parts[2])).day();
          case "holidays" -> "/daysOffTo";
          default -> error.pointer();
        };
    return new FieldError(pointer, error.code(), error.detail());
  }

  private static FieldError changedMeanwhile() {
    return new FieldError(
        "/now",
        "changed-meanwhile",
        "A colleague changed it meanwhile. Look at what holds now; what you typed is still below"
            + " and replaces it when you save again");
  }

  private Response again(
      int status,
      DeclaredCapacity now,
      CapacityForm form,
      String pausedUntil,
      List<FieldError> errors) {
    return Response.status(status)
        .entity(Reader.at(ADDRESS, page(now, form, pausedUntil, false, errors)))
        .build();
  }

  private TemplateInstance page(
      DeclaredCapacity now,
      CapacityForm form,
      String pausedUntil,
      boolean saved,
      List<FieldError> errors) {
    return new CapacityDesk(
        frames.current(),
        now,
        form,
        Arrays.stream(DayOfWeek.values()).map(day -> hoursField(day, form)).toList(),
        daysOffField(now, form),
        pausedUntil,
        log.of(signedIn.slug()).stream()
            .map(row -> new Entry(row, title(row), who(row.author())))
            .toList(),
        saved,
        errors);
  }

  private HoursField hoursField(DayOfWeek day, CapacityForm form) {
    String word = Words.of("day", day, reader.language());
    return new HoursField(
        "hours." + day,
        word.substring(0, 1).toUpperCase(reader.locale()) + word.substring(1),
        form.hours().get(day));
  }

  private DaysOffField daysOffField(DeclaredCapacity now, CapacityForm form) {
    Set<LocalDate> kept = CapacityForm.upcoming(now, today());
    Set<LocalDate> taken = new TreeSet<>(kept);
    taken.retainAll(form.takenAway());
    kept.removeAll(taken);
    List<DaysOff> ticked = DaysOff.of(kept);
    return new DaysOffField(
        Stream.concat(ticked.stream(), DaysOff.of(taken).stream())
            .sorted(Comparator.comparing(DaysOff::from))
            .map(row -> Option.of(row.value(), said(row)))
            .toList(),
        ticked.stream().map(DaysOff::value).toList());
  }

  private String said(DaysOff row) {
    String from = Notation.date(row.from(), reader.language());
    return row.from().equals(row.to())
        ? from
        : from + " – " + Notation.date(row.to(), reader.language());
  }

  private String title(CapacityLog.Row row) {
    DeskMessages say = reader.messages(DeskMessages.class);
    DeclaredCapacity capacity = row.capacity();
    if (!capacity.paused()) {
      return say.takesInquiries();
    }
    return capacity.pausedUntil() == null
        ? say.pausedWithoutEnd()
        : say.pausedToDay(Notation.date(capacity.pausedUntil(), reader.language()));
  }

  private String who(Author author) {
    return author.clinic() == null
        ? author.name() + ", " + Words.of("role", Role.FACILITATOR, reader.language())
        : author.name();
  }

  private LocalDate today() {
    return capacities.today(signedIn.slug());
  }
}
