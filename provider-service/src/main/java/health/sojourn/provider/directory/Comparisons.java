package health.sojourn.provider.directory;

import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;

/** Compares clinics somebody chose. */
@ApplicationScoped
class Comparisons {
  private static final int FEWEST = 2;
  private static final int MOST = 5;

  @Inject Profiles profiles;

  /**
   * @param sent slugs, each by itself or several with commas
   * @throws Problem 422 unless they are 2 to 5; 404 if one is nobody's
   */
  @Transactional
  Comparison of(List<String> sent) {
    List<String> slugs =
        sent.stream()
            .flatMap(it -> Stream.of(it.split(",")))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .distinct()
            .toList();
    if (slugs.size() < FEWEST || slugs.size() > MOST) {
      String advice = "Choose two to five clinics to compare.";
      throw new Problem(
          422,
          "compare-two-to-five",
          advice,
          List.of(new FieldError("/slugs", "unknown-value", advice)));
    }
    return Comparison.of(slugs.stream().map(profiles::get).toList());
  }
}
