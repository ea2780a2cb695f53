package health.sojourn.inquiry.intake;

import java.util.List;
import java.util.Optional;

/** What the form and its checks need to know about clinics. */
public interface Catalogue {

  Optional<KnownClinic> clinic(String slug);

  /** Where clinics offer the therapy, ISO 3166-1 alpha-2, sorted. */
  List<String> countries(String therapy);

  /**
   * @param facts what was known about it at this moment, kept with an inquiry that names it
   */
  record KnownClinic(String slug, String name, String country, Object facts) {}
}
