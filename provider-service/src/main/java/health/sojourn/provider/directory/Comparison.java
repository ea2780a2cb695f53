package health.sojourn.provider.directory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import health.sojourn.provider.directory.ClinicProfile.OfferView;
import health.sojourn.provider.verification.Checked;
import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.FactView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The same facts of several clinics side by side, in the order in which the clinics are named. */
public record Comparison(
    List<ComparedClinic> clinics,
    @Schema(description = "About the clinics themselves") List<ComparedFact> facts,
    @Schema(description = "Every therapy that one of them offers") List<ComparedOffer> offers) {

  public record ComparedClinic(
      @Schema(examples = "demo-bogota", maxLength = 60) String slug,
      @Schema(maxLength = 120) String name,
      @Schema(description = "ISO 3166-1 alpha-2", pattern = "[A-Z]{2}") String country,
      @Schema(maxLength = 80) String city,
      @Schema(description = "Invented, for trying things out") boolean demo,
      Checked checked,
      @Schema(description = "Median of the last 90 days, in hours; null while unknown")
          BigDecimal responseHours,
      @Schema(
              description = "What the clinic pays us, in percent of the price",
              examples = "10-15%",
              maxLength = 20)
          String commissionBand) {}

  /**
   * @param values one for each clinic; null where the clinic does not offer the therapy
   */
  public record ComparedFact(
      @Schema(examples = "cellSource", maxLength = 40) String name,
      @Schema(description = "Whether the values are not all the same") boolean differs,
      List<FactView> values,
      @JsonIgnore FactName key) {}

  public record ComparedOffer(
      @Schema(examples = "allogeneic-msc-knee", maxLength = 60) String therapy,
      List<ComparedFact> facts) {}

  static Comparison of(List<ClinicProfile> profiles) {
    return new Comparison(
        profiles.stream().map(Comparison::clinic).toList(),
        side(profiles.stream().map(ClinicProfile::facts).toList()),
        profiles.stream()
            .flatMap(it -> it.offers().stream())
            .map(OfferView::therapy)
            .distinct()
            .sorted()
            .map(it -> new ComparedOffer(it, side(factsOf(profiles, it))))
            .toList());
  }

  /** The rows of a page's table. */
  record Section(FactGroup group, List<ComparedFact> facts) {}

  /**
   * @param onlyDifferences leaves out what is the same everywhere
   */
  static List<Section> sections(List<ComparedFact> facts, boolean onlyDifferences) {
    return Arrays.stream(FactGroup.values())
        .map(
            group ->
                new Section(
                    group,
                    facts.stream()
                        .filter(it -> group.holds(it.key()))
                        .filter(it -> it.differs() || !onlyDifferences)
                        .toList()))
        .filter(it -> !it.facts().isEmpty())
        .toList();
  }

  @JsonIgnore
  public boolean isDemo() {
    return clinics.stream().anyMatch(ComparedClinic::demo);
  }

  private static ComparedClinic clinic(ClinicProfile profile) {
    return new ComparedClinic(
        profile.slug(),
        profile.name(),
        profile.country(),
        profile.city(),
        profile.demo(),
        profile.checked(),
        profile.responseHours(),
        profile.commissionBand());
  }

  /** Null for a clinic without such an offer. */
  private static List<List<FactView>> factsOf(List<ClinicProfile> profiles, String therapy) {
    List<List<FactView>> facts = new ArrayList<>();
    for (ClinicProfile profile : profiles) {
      facts.add(
          profile.offers().stream()
              .filter(it -> it.therapy().equals(therapy))
              .findFirst()
              .map(OfferView::facts)
              .orElse(null));
    }
    return facts;
  }

  private static List<ComparedFact> side(List<List<FactView>> byClinic) {
    List<FactView> names = byClinic.stream().filter(it -> it != null).findFirst().orElse(List.of());
    return names.stream()
        .map(
            one -> {
              List<FactView> values = new ArrayList<>();
              byClinic.forEach(facts -> values.add(find(one.key(), facts)));
              return new ComparedFact(one.name(), differ(values), values, one.key());
            })
        .toList();
  }

  private static FactView find(FactName name, List<FactView> facts) {
    return Optional.ofNullable(facts).stream()
        .flatMap(List::stream)
        .filter(it -> it.key() == name)
        .findFirst()
        .orElse(null);
  }

  private static boolean differ(List<FactView> values) {
    Stream<List<Object>> compared =
        values.stream().map(it -> it == null ? List.of() : Arrays.asList(it.value(), it.unit()));
    return compared.distinct().count() > 1;
  }
}
