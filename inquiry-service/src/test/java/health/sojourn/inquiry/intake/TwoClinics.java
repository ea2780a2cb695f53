package health.sojourn.inquiry.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class TwoClinics implements Catalogue {
  private static final Map<String, KnownClinic> KNOWN =
      Map.of(
          "demo-bogota",
          new KnownClinic("demo-bogota", "Demo Clinic Bogotá", "CO", Map.of("price", "5000")),
          "demo-tijuana",
          new KnownClinic("demo-tijuana", "Demo Clinic Tijuana", "MX", Map.of("price", "4500")));

  @Override
  public Optional<KnownClinic> clinic(String slug) {
    return Optional.ofNullable(KNOWN.get(slug));
  }

  @Override
  public List<String> countries(String therapy) {
    return List.of("CO", "MX");
  }
}
