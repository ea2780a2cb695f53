package health.sojourn.gateway.problem;

import com.fasterxml.jackson.databind.JsonNode;
import health.sojourn.gateway.route.ServiceDocuments;
import health.sojourn.http.Language;
import health.sojourn.http.Problem;
import health.sojourn.http.ProblemCatalogue;
import health.sojourn.http.ProblemCatalogue.Entry;
import health.sojourn.web.Reader;
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
import java.util.Map;
import java.util.TreeMap;

/** What each code of a problem means and what to do: the address in every problem's type. */
@Path("/problems")
public class ProblemPages {
  @CheckedTemplate
  static class Templates {
    static native TemplateInstance all(Collection<Entry> entries);

    static native TemplateInstance one(Entry entry);
  }

  @Inject ProblemCatalogue catalogue;
  @Inject ServiceDocuments services;
  @Inject Reader reader;

  @GET
  @PermitAll
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance all() {
    return Templates.all(everywhere().values());
  }

  @GET
  @Path("{code}")
  @PermitAll
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance one(@PathParam("code") String code) {
    Entry own = catalogue.entries(reader.language()).get(code);
    Entry entry = own != null ? own : everywhere().get(code);
    if (entry == null) {
      throw Problem.notFound("unknown-problem", "No problem has that code.");
    }
    return Templates.one(entry);
  }

  /** The gateway's own codes and those of each service that answers. */
  private Map<String, Entry> everywhere() {
    Language language = reader.language();
    Map<String, Entry> all = new TreeMap<>();
    for (JsonNode codes : services.all("/internal/v1/problems?lang=" + language.tag()).values()) {
      for (JsonNode code : codes) {
        Entry entry =
            new Entry(
                code.path("code").asText(),
                code.path("title").asText(),
                code.path("advice").asText());
        all.put(entry.code(), entry);
      }
    }
    all.putAll(catalogue.entries(language));
    return all;
  }
}
