package health.sojourn.provider.directory;

import health.sojourn.http.PublicReads;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Clinics side by side; the ones compared are the address. */
@Path("/clinics/compare")
@Produces(MediaType.TEXT_HTML)
public class ComparisonPage {
  private static final String DIFFERENCES = "differences";

  @Inject Comparisons comparisons;
  @Inject PublicReads reads;

  record Offer(String therapy, List<Comparison.Section> sections) {}

  /** A clinic with the way to the comparison of the others; null with only two. */
  record Column(Comparison.ComparedClinic clinic, String without) {}

  /**
   * @param onlyDifferences whether rows in which all agree are left out
   * @param other the address of the same comparison with, or without, those rows
   */
  @CheckedTemplate(basePath = "directory", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ClinicComparison(
      List<Column> columns,
      boolean demo,
      List<Comparison.Section> sections,
      List<Offer> offers,
      boolean onlyDifferences,
      String other)
      implements TemplateInstance {}

  @GET
  @PermitAll
  @Operation(hidden = true)
  public Response compare(
      @QueryParam("slugs") List<String> slugs, @QueryParam("only") String only) {
    boolean onlyDifferences = DIFFERENCES.equals(only);
    Comparison comparison = comparisons.of(slugs);
    String all = address(comparison.clinics());
    var page =
        new ClinicComparison(
            columns(comparison.clinics()),
            comparison.isDemo(),
            Comparison.sections(comparison.facts(), onlyDifferences),
            comparison.offers().stream()
                .map(
                    it -> new Offer(it.therapy(), Comparison.sections(it.facts(), onlyDifferences)))
                .toList(),
            onlyDifferences,
            onlyDifferences ? all : all + "&only=" + DIFFERENCES);
    return reads.html(page.render(), Duration.ofMinutes(1));
  }

  private static List<Column> columns(List<Comparison.ComparedClinic> clinics) {
    return clinics.stream()
        .map(
            one ->
                new Column(
                    one,
                    clinics.size() == 2
                        ? null
                        : address(clinics.stream().filter(it -> it != one).toList())))
        .toList();
  }

  private static String address(List<Comparison.ComparedClinic> clinics) {
    return clinics.stream()
        .map(Comparison.ComparedClinic::slug)
        .collect(Collectors.joining(",", "/clinics/compare?slugs=", ""));
  }
}
