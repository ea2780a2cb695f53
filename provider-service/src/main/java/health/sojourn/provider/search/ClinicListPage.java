package health.sojourn.provider.search;

import health.sojourn.http.FieldError;
import health.sojourn.http.Page;
import health.sojourn.http.Problem;
import health.sojourn.http.PublicReads;
import health.sojourn.money.Rates;
import health.sojourn.provider.search.ClinicSearch.Overview;
import health.sojourn.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The list of clinics; its filters are its address. */
@Path("/clinics")
@Produces(MediaType.TEXT_HTML)
public class ClinicListPage {
  @Inject ClinicSearch search;
  @Inject Rates rates;
  @Inject PublicReads reads;
  @Inject Reader reader;

  /**
   * @param query what was asked, as it was typed
   * @param loosened where nothing was found: which filter to take away, the most helpful first
   * @param bare the list without filters, of the same therapy
   * @param deep whether search engines should leave this page out
   */
  @CheckedTemplate(basePath = "search", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ClinicList(
      ClinicQuery query,
      FilterPanel panel,
      List<FilterPanel.Chip> chips,
      Page<ClinicItem> page,
      int clinics,
      PlacesMap map,
      List<Loosened> loosened,
      String bare,
      String nextPage,
      String firstPage,
      boolean deep,
      List<FieldError> errors)
      implements TemplateInstance {}

  /** The list with one filter less. */
  record Loosened(FilterPanel.Chip chip, int clinics) {}

  @GET
  @PermitAll
  @Operation(hidden = true)
  public Response list(@BeanParam ClinicQuery query, @Context UriInfo uri) {
    ListAddress here = ListAddress.of(uri);
    try {
      ClinicFilter filter = FilterReader.read(query, rates);
      String html = html(query, filter, here, List.of());
      return reads.html(html, Duration.ofMinutes(1));
    } catch (Problem problem) {
      if (problem.errors().isEmpty()) {
        throw problem;
      }
      String html = html(query, null, here, problem.errors());
      return Response.status(problem.status()).entity(html).build();
    }
  }

  /**
   * @param filter null if it could not be read: then the form comes back as it was filled in
   */
  private String html(
      ClinicQuery query, ClinicFilter filter, ListAddress here, List<FieldError> errors) {
    boolean read = filter != null;
    ClinicFilter asked = read ? filter : ClinicFilter.NONE;
    Overview found = search.overview(asked, read ? query.cursor : null, reader.language());
    var panel = new FilterPanel(asked, found.facets(), here, reader.language());
    List<FilterPanel.Chip> chips = panel.chips();
    Page<ClinicItem> page = read ? found.page() : new Page<>(List.of(), null);
    return new ClinicList(
            query,
            panel,
            chips,
            page,
            found.clinics(),
            found.places().isEmpty() ? null : PlacesMap.of(found.places(), here),
            found.clinics() == 0 ? loosened(chips) : List.of(),
            bare(here).toString(),
            page.next() == null ? null : here.with("cursor", page.next()).toString(),
            query.cursor == null ? null : here.toString(),
            chips.size() > 1 || query.cursor != null || query.q != null || query.sort != null,
            errors)
        .render();
  }

  private List<Loosened> loosened(List<FilterPanel.Chip> chips) {
    List<Integer> counts = search.counts(chips.stream().map(FilterPanel.Chip::without).toList());
    List<Loosened> loosened = new ArrayList<>();
    for (int i = 0; i < chips.size(); i++) {
      if (counts.get(i) > 0) {
        loosened.add(new Loosened(chips.get(i), counts.get(i)));
      }
    }
    loosened.sort(Comparator.comparing(Loosened::clinics).reversed());
    return loosened;
  }

  private static ListAddress bare(ListAddress here) {
    return new ListAddress(
        here.parameters().stream().filter(it -> it.name().equals("therapy")).toList());
  }
}
