package health.sojourn.inquiry.duplicate;

import health.sojourn.inquiry.privacy.Fingerprints;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Whether two names may be the same person's: accents, case, order and small slips don't matter.
 */
public final class NameLikeness {
  /** From here on a person should look; found by trying it on misspelt and on different names. */
  private static final double ALIKE = 0.93;

  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

  private NameLikeness() {}

  public static boolean similar(String one, String other) {
    return SIMILARITY.apply(comparable(one), comparable(other)) >= ALIKE;
  }

  private static String comparable(String name) {
    return Fingerprints.tokens(name).stream().sorted().collect(Collectors.joining(" "));
  }
}
