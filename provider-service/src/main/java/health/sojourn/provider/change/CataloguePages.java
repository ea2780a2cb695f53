package health.sojourn.provider.change;

import health.sojourn.http.Cursors;
import health.sojourn.http.FieldError;
import health.sojourn.http.Page;
import health.sojourn.http.Problem;
import health.sojourn.provider.change.CheckPages.Way;
import health.sojourn.provider.directory.Clinic;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.offer.Offer;
import health.sojourn.provider.people.ClinicAccess;
import health.sojourn.provider.verification.Attribute;
import health.sojourn.provider.verification.CheckMethod;
import health.sojourn.provider.verification.Checked;
import health.sojourn.web.Option;
import health.sojourn.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Every clinic with every fact and what each was, suspended or not. */
@Path("/catalogue/clinics")
@Produces(MediaType.TEXT_HTML)
public class CataloguePages {
  private static final int ROWS = 50;
  private static final CheckMethod[] WITHOUT_DOCUMENT = {
    CheckMethod.SELF_DECLARED, CheckMethod.ISSUER_SITE, CheckMethod.VISIT
  };

  @Inject Cursors cursors;
  @Inject Changes changes;
  @Inject FactSheets sheets;
  @Inject Clinics clinics;
  @Inject ClinicAccess access;
  @Inject Clock clock;

  /** Where a fact's page is; without an offer it is the clinic's own. */
  public static class Place {
    @PathParam("slug")
    public String slug;

    @PathParam("name")
    public String name;

    @QueryParam("offer")
    public String offer;
  }

  /** A clinic in the list of all. */
  record ListedClinic(
      String slug, String name, String city, String country, Checked checked, boolean suspended) {}

  /** Facts of one subject of a clinic; without a therapy, of the clinic itself. */
  record Part(String therapy, List<FactRow> rows) {}

  /**
   * What was typed about what is published.
   *
   * @param reason why it failed
   */
  record Rechecked(String how, String validTo, String reason) {}

  @CheckedTemplate(basePath = "change", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record AllClinics(String q, List<ListedClinic> clinics, String next, String first)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "change", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record OneClinic(
      ListedClinic clinic, LocalDate suspendedOn, String suspendedBecause, List<Part> parts)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "change", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record OneFact(
      String clinic,
      FactSheets.Sheet sheet,
      Rechecked rechecked,
      List<Option> methods,
      boolean outdated,
      List<FieldError> checkErrors)
      implements TemplateInstance {}

  @GET
  @RolesAllowed("facilitator")
  @Operation(hidden = true)
  @Transactional
  public TemplateInstance list(
      @QueryParam("q") @Size(max = 100) String q, @QueryParam("cursor") String cursor) {
    String part = q == null ? "" : q.strip();
    Clinics.Position after =
        cursors.read(cursor, Clinics.Position.class).orElse(Clinics.Position.START);
    Page<Clinic> page =
        cursors.page(
            clinics.named(part.toLowerCase(Locale.ROOT), after, ROWS + 1),
            ROWS,
            it -> new Clinics.Position(it.name(), it.slug()));
    return new AllClinics(
        part,
        page.items().stream().map(this::listed).toList(),
        page.next() == null ? null : address(part, page.next()),
        cursor == null ? null : address(part, null));
  }

  private static String address(String part, String cursor) {
    UriBuilder address = UriBuilder.fromPath("/catalogue/clinics");
    if (!part.isEmpty()) {
      address.queryParam("q", "{q}").resolveTemplate("q", part);
    }
    return (cursor == null ? address : address.queryParam("cursor", cursor)).build().toString();
  }

  @GET
  @RolesAllowed("facilitator")
  @Path("/{slug}")
  @Operation(hidden = true)
  @Transactional
  public TemplateInstance show(@PathParam("slug") String slug) {
    Clinic clinic = clinics.get(slug);
    LocalDate today = LocalDate.now(clock);
    List<FactRow> rows = changes.ofClinic(slug).stream().map(it -> FactRow.of(it, today)).toList();
    List<Part> parts =
        Stream.concat(Stream.of((String) null), clinic.offers().stream().map(Offer::therapy))
            .map(
                therapy ->
                    new Part(
                        therapy,
                        rows.stream()
                            .filter(it -> Objects.equals(it.attribute().therapy(), therapy))
                            .toList()))
            .toList();
    return new OneClinic(listed(clinic), clinic.suspendedOn(), clinic.suspendedBecause(), parts);
  }

  @GET
  @RolesAllowed("facilitator")
  @Path("/{slug}/facts/{name}")
  @Operation(hidden = true)
  public TemplateInstance showFact(@BeanParam Place at) {
    return page(sheet(attribute(at)), null, false, List.of());
  }

  @POST
  @RolesAllowed("facilitator")
  @Path("/{slug}/facts/{name}")
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @Operation(hidden = true)
  public Response propose(@BeanParam Place at, FactForm form) {
    Attribute attribute = attribute(at);
    FactSheets.Sheet sheet =
        sheets.submit(attribute, base(attribute.clinic()), access.author(), form);
    if (sheet.changed() || !sheet.errors().isEmpty()) {
      return again(sheet.changed() ? 409 : 422, sheet, null, false, List.of());
    }
    return Response.seeOther(URI.create(sheet.address())).build();
  }

  @POST
  @RolesAllowed("facilitator")
  @Path("/{slug}/facts/{name}/withdrawal")
  @Operation(hidden = true)
  public Response withdraw(@BeanParam Place at, @FormParam("change") UUID change) {
    Attribute attribute = attribute(at);
    changes.withdraw(attribute, change, access.author());
    return Response.seeOther(URI.create(sheet(attribute).address())).build();
  }

  @POST
  @RolesAllowed("facilitator")
  @Path("/{slug}/facts/{name}/check")
  @Operation(hidden = true)
  public Response recheck(
      @BeanParam Place at,
      @FormParam("how") String how,
      @FormParam("until") String until,
      @FormParam("tag") String tag) {
    Attribute attribute = attribute(at);
    var typed = new Rechecked(how, until, null);
    Optional<Way> way = Way.of(how);
    Optional<FieldError> dayError = dayError(until);
    if (way.isEmpty() || dayError.isPresent()) {
      var error = dayError.orElse(new FieldError("/how", "required", "Choose how it was checked"));
      return again(422, sheet(attribute), typed, false, List.of(error));
    }
    LocalDate validTo = until == null || until.isBlank() ? null : LocalDate.parse(until.strip());
    var check = new Changes.Recheck(way.get().method(), way.get().level(), validTo);
    return checked(attribute, typed, () -> changes.recheck(attribute, check, tag, access.author()));
  }

  @POST
  @RolesAllowed("facilitator")
  @Path("/{slug}/facts/{name}/failure")
  @Operation(hidden = true)
  public Response fail(
      @BeanParam Place at, @FormParam("why") String reason, @FormParam("tag") String tag) {
    Attribute attribute = attribute(at);
    var typed = new Rechecked(null, null, reason);
    Optional<FieldError> error = CheckPages.reasonError(reason);
    if (error.isPresent()) {
      return again(422, sheet(attribute), typed, false, List.of(error.get()));
    }
    return checked(
        attribute,
        typed,
        () ->
            changes.fail(attribute, CheckMethod.ISSUER_SITE, reason.strip(), tag, access.author()));
  }

  private Response checked(Attribute attribute, Rechecked typed, Runnable check) {
    try {
      check.run();
      return Response.seeOther(URI.create(sheet(attribute).address())).build();
    } catch (Problem problem) {
      boolean outdated = problem.status() == 412 || problem.status() == 428;
      if (!outdated && problem.status() != 409 && problem.status() != 422) {
        throw problem;
      }
      List<FieldError> errors =
          outdated || !problem.errors().isEmpty()
              ? problem.errors()
              : List.of(new FieldError("/how", problem.code(), problem.getMessage()));
      return again(outdated ? 409 : problem.status(), sheet(attribute), typed, outdated, errors);
    }
  }

  private Response again(
      int status,
      FactSheets.Sheet sheet,
      Rechecked typed,
      boolean outdated,
      List<FieldError> checkErrors) {
    return Response.status(status)
        .entity(Reader.at(URI.create(sheet.address()), page(sheet, typed, outdated, checkErrors)))
        .build();
  }

  private TemplateInstance page(
      FactSheets.Sheet sheet, Rechecked typed, boolean outdated, List<FieldError> checkErrors) {
    LocalDate end = sheet.row().published().validTo();
    return new OneFact(
        clinics.get(sheet.row().attribute().clinic()).name(),
        sheet,
        typed == null ? new Rechecked(null, end == null ? null : end.toString(), null) : typed,
        sheets.methods(WITHOUT_DOCUMENT),
        outdated,
        checkErrors);
  }

  private Attribute attribute(Place at) {
    return changes.attribute(at.slug, at.offer, at.name);
  }

  private FactSheets.Sheet sheet(Attribute attribute) {
    return sheets.sheet(attribute, base(attribute.clinic()), access.author());
  }

  private static String base(String slug) {
    return "/catalogue/clinics/" + slug;
  }

  private Optional<FieldError> dayError(String typed) {
    if (typed == null || typed.isBlank()) {
      return Optional.empty();
    }
    try {
      return LocalDate.parse(typed.strip()).isBefore(LocalDate.now(clock))
          ? Optional.of(new FieldError("/until", "in-the-past", "That day has passed already"))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(new FieldError("/until", "not-a-date", "Write the date as 2026-11-30"));
    }
  }

  private ListedClinic listed(Clinic clinic) {
    return new ListedClinic(
        clinic.slug(),
        clinic.name(),
        clinic.place().city(),
        clinic.place().country(),
        clinic.checkedOn(LocalDate.now(clock)),
        clinic.isSuspended());
  }
}
