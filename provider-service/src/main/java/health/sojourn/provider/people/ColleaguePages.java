package health.sojourn.provider.people;

import health.sojourn.http.FieldError;
import health.sojourn.http.Page;
import health.sojourn.http.Problem;
import health.sojourn.http.Violations;
import health.sojourn.web.Reader;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a clinic invites its own coordinators and ends their access. */
@Path("/clinic-desk/people")
@Produces(MediaType.TEXT_HTML)
public class ColleaguePages {
  private static final URI LIST = URI.create("/clinic-desk/people");
  private static final URI INVITATION = URI.create("/clinic-desk/people/invitation");
  private static final int ROWS = 20;

  @Inject People people;
  @Inject PeopleSearch search;
  @Inject SignedInClinic signedIn;
  @Inject ClinicAccess access;
  @Inject Validator validator;

  /**
   * @param self the viewer's own account
   * @param done what has just been done, a code; or null
   */
  @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ColleagueList(
      List<Person> people,
      UUID self,
      String done,
      List<FieldError> errors,
      String next,
      String first)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record InviteColleague(Newcomer typed, List<FieldError> errors) implements TemplateInstance {}

  @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record RemoveColleague(Person person) implements TemplateInstance {}

  @GET
  @RolesAllowed("clinic")
  @Operation(hidden = true)
  public TemplateInstance list(
      @QueryParam("cursor") String cursor, @QueryParam("done") String done) {
    return page(cursor, done, List.of());
  }

  @GET
  @RolesAllowed("clinic")
  @Path("/invitation")
  @Operation(hidden = true)
  public TemplateInstance form() {
    return new InviteColleague(new Newcomer("", "", ""), List.of());
  }

  /** The same invitation again, by a second click, sends the same mail again and nothing else. */
  @POST
  @RolesAllowed("clinic")
  @Path("/invitation")
  @Operation(hidden = true)
  public Response invite(
      @FormParam("email") String email,
      @FormParam("givenName") String givenName,
      @FormParam("familyName") String familyName) {
    Newcomer typed = new Newcomer(email, givenName, familyName);
    List<FieldError> errors = Violations.errors(validator.validate(typed));
    if (!errors.isEmpty()) {
      return again(422, typed, errors);
    }
    try {
      people.invite(access.actor(), typed, Binding.toClinic(signedIn.slug()));
      return done("invited");
    } catch (Problem problem) {
      return again(problem.status(), typed, problem.errorsOr("/email"));
    }
  }

  @POST
  @RolesAllowed("clinic")
  @Path("/{id}/invitation")
  @Operation(hidden = true)
  public Response inviteAgain(@PathParam("id") UUID id) {
    people.of(signedIn.slug(), id);
    return changed("sent-again", () -> people.inviteAgain(access.actor(), id));
  }

  /** Says what it means first. */
  @GET
  @RolesAllowed("clinic")
  @Path("/{id}/removal")
  @Operation(hidden = true)
  public TemplateInstance askAgain(@PathParam("id") UUID id) {
    return new RemoveColleague(people.of(signedIn.slug(), id));
  }

  @POST
  @RolesAllowed("clinic")
  @Path("/{id}/removal")
  @Operation(hidden = true)
  public Response remove(@PathParam("id") UUID id) {
    return changed("removed", () -> people.removeColleague(access.actor(), signedIn.slug(), id));
  }

  /** What can't be done now is said above the list. */
  private Response changed(String done, Runnable change) {
    try {
      change.run();
      return done(done);
    } catch (Problem problem) {
      if (problem.status() != 409 && problem.status() != 503) {
        throw problem;
      }
      return Response.status(problem.status())
          .entity(Reader.at(LIST, page(null, null, problem.errorsOr("/people"))))
          .build();
    }
  }

  private TemplateInstance page(String cursor, String done, List<FieldError> errors) {
    var ofClinic = new PeopleSearch.Filter(null, Role.CLINIC, signedIn.slug());
    Page<Person> page = search.find(ofClinic, cursor, ROWS);
    return new ColleagueList(
        page.items(),
        access.actor(),
        done,
        errors,
        page.next() == null ? null : next(page.next()),
        cursor == null ? null : LIST.getPath());
  }

  private static String next(String cursor) {
    return UriBuilder.fromUri(LIST).queryParam("cursor", "{cursor}").build(cursor).toString();
  }

  private static Response again(int status, Newcomer typed, List<FieldError> errors) {
    return Response.status(status)
        .entity(Reader.at(INVITATION, new InviteColleague(typed, errors)))
        .build();
  }

  private static Response done(String what) {
    return Response.seeOther(UriBuilder.fromUri(LIST).queryParam("done", what).build()).build();
  }
}
