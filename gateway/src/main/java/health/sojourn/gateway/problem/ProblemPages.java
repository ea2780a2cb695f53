package health.sojourn.gateway.problem;

import health.sojourn.http.Problem;
import health.sojourn.http.ProblemCatalogue;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;

/** What each code of a problem means and what to do: the address in every problem's type. */
@Path("/problems")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class ProblemPages {
  @CheckedTemplate
  static class Templates {
    static native TemplateInstance all(Collection<ProblemCatalogue.Entry> entries);

    static native TemplateInstance one(ProblemCatalogue.Entry entry);
  }

  @Inject ProblemCatalogue catalogue;

  @GET
  public TemplateInstance all() {
    return Templates.all(catalogue.entries().values());
  }

  @GET
  @Path("{code}")
  public TemplateInstance one(@PathParam("code") String code) {
    return Templates.one(
        catalogue
            .find(code)
            .orElseThrow(() -> Problem.notFound("unknown-problem", "No problem has that code.")));
  }
}
