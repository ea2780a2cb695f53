package health.sojourn.web;

import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.http.PublicReads;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The parts as a page of a service, in the ways services make pages. */
@Path("/pages")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class TestPages {
  static final String HOSTILE = "\"><script>alert(1)</script><b a='";

  @Inject Parts parts;
  @Inject PublicReads reads;

  @Inject
  @Location("web/footer")
  Template still;

  @GET
  public TemplateInstance parts() {
    return parts.page();
  }

  @GET
  @Path("kept")
  public Response kept() {
    return reads.html(parts.page().render(), Duration.ofMinutes(1));
  }

  @GET
  @Path("still")
  public Response still() {
    return reads.html(still.render(), Duration.ofMinutes(1));
  }

  @POST
  public TemplateInstance answer() {
    return parts.page();
  }

  @POST
  @Path("again")
  public TemplateInstance sendAgain() {
    return Reader.at(URI.create("/pages?a=%C3%A9"), parts.page());
  }

  @GET
  @Path("wrong")
  public String wrong() {
    List<FieldError> errors = List.of(new FieldError("/a", "b", HOSTILE));
    throw new Problem(404, "never-heard", HOSTILE, errors);
  }
}
