package health.sojourn.provider.search;

import health.sojourn.http.FieldError;
import health.sojourn.http.Page;
import health.sojourn.http.Problem;
import health.sojourn.http.PublicReads;
import health.sojourn.money.Rates;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The list of clinics; its filters are its address. */
@Path("/clinics")
@Produces(MediaType.TEXT_HTML)
public class ClinicListPage {
  @Inject ClinicSearch search;
  @Inject FilterChoices choices;
  @Inject Rates rates;
  @Inject PublicReads reads;
  @Inject Reader reader;

  /**
   * @param query what was asked, as it was typed
   * @param filtered whether anything narrows the list
   */
  @CheckedTemplate(basePath = "search", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ClinicList(
      ClinicQuery query,
      boolean filtered,
      FilterChoices.Choices choices,
      Page<ClinicItem> page,
      String nextPage,
      String firstPage,
      List<FieldError> errors)
      implements TemplateInstance {}

  @GET
  @PermitAll
  @Operation(hidden = true)
  public Response list(@BeanParam ClinicQuery query, @Context UriInfo uri) {
    try {
      ClinicFilter filter = ClinicFilter.read(query, rates);
      Page<ClinicItem> page = search.find(filter, query.cursor, reader.language());
      String html = html(query, !filter.isEmpty(), page, uri, List.of());
      return reads.html(html, Duration.ofMinutes(1));
    } catch (Problem problem) {
      if (problem.errors().isEmpty()) {
        throw problem;
      }
      String html = html(query, true, new Page<>(List.of(), null), uri, problem.errors());
      return Response.status(problem.status()).entity(html).build();
    }
  }

  private String html(
      ClinicQuery query,
      boolean filtered,
      Page<ClinicItem> page,
      UriInfo uri,
      List<FieldError> errors) {
    return new ClinicList(
            query,
            filtered,
            choices.read(),
            page,
            page.next() == null ? null : address(uri, page.next()),
            query.cursor == null ? null : address(uri, null),
            errors)
        .render();
  }

  /** This page's own path and filters, with another cursor. */
  private static String address(UriInfo uri, String cursor) {
    Object[] values = cursor == null ? new Object[0] : new Object[] {cursor};
    var next = uri.getRequestUriBuilder().replaceQueryParam("cursor", values).build();
    return next.getRawQuery() == null ? "/clinics" : "/clinics?" + next.getRawQuery();
  }
}
