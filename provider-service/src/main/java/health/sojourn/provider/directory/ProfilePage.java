package health.sojourn.provider.directory;

import health.sojourn.http.PublicReads;
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
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A clinic's page: every fact with how well it was checked, and what was not. */
@Path("/clinics/{slug}")
@Produces(MediaType.TEXT_HTML)
public class ProfilePage {
  @Inject Profiles profiles;
  @Inject ClinicMarkup markup;
  @Inject PublicReads reads;
  @Inject Reader reader;

  record OfferSections(ClinicProfile.OfferView offer, List<FactGroup.Section> sections) {}

  /**
   * @param markup for machines; null for a clinic that is in no list
   */
  @CheckedTemplate(basePath = "directory", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Profile(
      ClinicProfile clinic,
      List<OfferSections> offers,
      List<FactGroup.Section> sections,
      String markup)
      implements TemplateInstance {}

  @GET
  @PermitAll
  @Operation(hidden = true)
  public Response show(@PathParam("slug") String slug) {
    ClinicProfile clinic = profiles.get(slug);
    var page =
        new Profile(
            clinic,
            clinic.offers().stream()
                .map(it -> new OfferSections(it, FactGroup.sections(it.facts())))
                .toList(),
            FactGroup.sections(clinic.facts()),
            clinic.suspended() == null
                ? markup.of(clinic, profiles.place(slug), reader.language())
                : null);
    return reads.html(page.render(), Duration.ofMinutes(1));
  }
}
