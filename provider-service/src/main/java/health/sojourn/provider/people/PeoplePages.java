package health.sojourn.provider.people;

import health.sojourn.http.FieldError;
import health.sojourn.http.Page;
import health.sojourn.http.Problem;
import health.sojourn.http.Violations;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.web.Option;
import health.sojourn.web.Reader;
import health.sojourn.web.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where an admin invites people, binds them to their work and ends it. */
@Path("/admin/people")
@Produces(MediaType.TEXT_HTML)
public class PeoplePages {
  private static final int ROWS = 20;

  @Inject People people;
  @Inject PeopleSearch search;
  @Inject PeopleLog log;
  @Inject Clinics clinics;
  @Inject SignedInClinic signedIn;
  @Inject Validator validator;
  @Inject Reader reader;

  /** What can be chosen, in filters and forms alike. */
  record Choices(List<Option> roles, List<Option> clinics) {}

  /** The filters as they are in the address. */
  record Asked(String q, String role, String clinic) {
    public boolean isNarrowed() {
      return given(q) || given(role) || given(clinic);
    }
  }

  /** What was typed into a form, kept when it comes back. */
  record Typed(
      String email, String givenName, String familyName, List<String> roles, String clinic) {}

  /**
   * @param actor their name, or the account's id where it is gone
   */
  record Entry(PeopleLog.Row row, String actor) {}

  @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record PeopleList(
      Asked asked,
      Choices choices,
      List<Person> people,
      Map<String, String> clinicNames,
      String next,
      String first)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Invite(Typed typed, Choices choices, List<FieldError> errors)
      implements TemplateInstance {}

  /**
   * @param self whether it is the viewer's own account
   */
  @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record OnePerson(
      Person person,
      boolean self,
      Typed typed,
      Choices choices,
      Map<String, String> clinicNames,
      List<Entry> log,
      List<FieldError> errors)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Remove(Person person) implements TemplateInstance {}

  @GET
  @RolesAllowed("admin")
  @Operation(hidden = true)
  public TemplateInstance list(
      @QueryParam("q") @Size(max = 200) String q,
      @QueryParam("role") @Size(max = 40) String role,
      @QueryParam("clinic") @Size(max = 60) String clinic,
      @QueryParam("cursor") @Size(max = 1024) String cursor) {
    Asked asked = new Asked(q, role, clinic);
    var filter =
        new PeopleSearch.Filter(
            q, given(role) ? Role.of(role).orElse(null) : null, given(clinic) ? clinic : null);
    Page<Person> page = search.find(filter, cursor, ROWS);
    return new PeopleList(
        asked,
        choices(),
        page.items(),
        clinics.names(),
        page.next() == null ? null : address(asked, page.next()),
        cursor == null ? null : address(asked, null));
  }

  @GET
  @RolesAllowed("admin")
  @Path("/invitation")
  @Operation(hidden = true)
  public TemplateInstance form() {
    return new Invite(new Typed("", "", "", List.of(), ""), choices(), List.of());
  }

  @POST
  @RolesAllowed("admin")
  @Path("/invitation")
  @Operation(hidden = true)
  public Response invite(
      @FormParam("email") String email,
      @FormParam("givenName") String givenName,
      @FormParam("familyName") String familyName,
      @FormParam("roles") List<String> roles,
      @FormParam("clinic") String clinic) {
    Typed typed = new Typed(email, givenName, familyName, roles, clinic);
    Newcomer newcomer = new Newcomer(email, givenName, familyName);
    Binding binding = binding(typed);
    List<FieldError> errors = new ArrayList<>(Violations.errors(validator.validate(newcomer)));
    errors.addAll(people.errors(binding));
    if (!errors.isEmpty()) {
      return Response.status(422).entity(new Invite(typed, choices(), errors)).build();
    }
    try {
      return toPerson(people.invite(actor(), newcomer, binding).id());
    } catch (Problem problem) {
      return Response.status(problem.status())
          .entity(new Invite(typed, choices(), problem.errorsOr("/email")))
          .build();
    }
  }

  @GET
  @RolesAllowed("admin")
  @Path("/{id}")
  @Operation(hidden = true)
  public TemplateInstance show(@PathParam("id") UUID id) {
    Person person = people.get(id);
    return page(person, typed(person), List.of());
  }

  @POST
  @RolesAllowed("admin")
  @Path("/{id}/binding")
  @Operation(hidden = true)
  public Response bind(
      @PathParam("id") UUID id,
      @FormParam("roles") List<String> roles,
      @FormParam("clinic") String clinic) {
    Typed typed = new Typed(null, null, null, roles, clinic);
    return changed(id, typed, () -> people.bind(actor(), id, binding(typed)));
  }

  @POST
  @RolesAllowed("admin")
  @Path("/{id}/disabling")
  @Operation(hidden = true)
  public Response disable(@PathParam("id") UUID id) {
    return changed(id, null, () -> people.disable(actor(), id));
  }

  @POST
  @RolesAllowed("admin")
  @Path("/{id}/enabling")
  @Operation(hidden = true)
  public Response enable(@PathParam("id") UUID id) {
    return changed(id, null, () -> people.enable(actor(), id));
  }

  @POST
  @RolesAllowed("admin")
  @Path("/{id}/invitation")
  @Operation(hidden = true)
  public Response inviteAgain(@PathParam("id") UUID id) {
    return changed(id, null, () -> people.inviteAgain(actor(), id));
  }

  /** Says what it means first. */
  @GET
  @RolesAllowed("admin")
  @Path("/{id}/removal")
  @Operation(hidden = true)
  public TemplateInstance askAgain(@PathParam("id") UUID id) {
    return new Remove(people.get(id));
  }

  @POST
  @RolesAllowed("admin")
  @Path("/{id}/removal")
  @Operation(hidden = true)
  public Response remove(@PathParam("id") UUID id) {
    return changed(
        id,
        null,
        () -> people.remove(actor(), id),
        Response.seeOther(URI.create("/admin/people")).build());
  }

  private Response changed(UUID id, Typed typed, Runnable change) {
    return changed(id, typed, change, toPerson(id));
  }

  /** What can't be done now is said on the person's page, above what is to be done instead. */
  private Response changed(UUID id, Typed typed, Runnable change, Response done) {
    try {
      change.run();
      return done;
    } catch (Problem problem) {
      if (problem.status() != 409 && problem.status() != 422) {
        throw problem;
      }
      Person person = people.get(id);
      return Response.status(problem.status())
          .entity(page(person, typed == null ? typed(person) : typed, problem.errorsOr("/account")))
          .build();
    }
  }

  private TemplateInstance page(Person person, Typed typed, List<FieldError> errors) {
    return new OnePerson(
        person,
        person.id().equals(actor()),
        typed,
        choices(),
        clinics.names(),
        entries(person.id()),
        errors);
  }

  private List<Entry> entries(UUID person) {
    List<PeopleLog.Row> rows = log.of(person);
    Map<UUID, String> names =
        rows.stream()
            .map(PeopleLog.Row::actor)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), this::name));
    return rows.stream().map(row -> new Entry(row, names.get(row.actor()))).toList();
  }

  private String name(UUID actor) {
    try {
      return people.get(actor).name();
    } catch (Problem problem) {
      if (problem.status() != 404) {
        throw problem;
      }
      return actor.toString();
    }
  }

  private Choices choices() {
    return new Choices(
        Arrays.stream(Role.values()).map(this::choice).toList(),
        clinics.names().entrySet().stream()
            .map(it -> Option.of(it.getKey(), it.getValue()))
            .toList());
  }

  private Option choice(Role role) {
    return new Option(
        role.code(),
        Words.of("role", role, reader.language()),
        Words.of("roleMeans", role, reader.language()));
  }

  private static Typed typed(Person person) {
    return new Typed(
        person.email(),
        person.givenName(),
        person.familyName(),
        person.roles().stream().map(Role::code).toList(),
        person.clinic());
  }

  private static Binding binding(Typed typed) {
    Set<Role> roles =
        typed.roles().stream()
            .map(Role::of)
            .flatMap(Optional::stream)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    return new Binding(roles, typed.clinic());
  }

  private static String address(Asked asked, String cursor) {
    UriBuilder address = UriBuilder.fromPath("/admin/people");
    add(address, "q", asked.q());
    add(address, "role", asked.role());
    add(address, "clinic", asked.clinic());
    add(address, "cursor", cursor);
    return address.build().toString();
  }

  private static void add(UriBuilder address, String name, String value) {
    if (given(value)) {
      address.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
    }
  }

  private static boolean given(String value) {
    return value != null && !value.isBlank();
  }

  private UUID actor() {
    return UUID.fromString(signedIn.person());
  }

  private static Response toPerson(UUID id) {
    return Response.seeOther(UriBuilder.fromPath("/admin/people/{id}").build(id)).build();
  }
}
