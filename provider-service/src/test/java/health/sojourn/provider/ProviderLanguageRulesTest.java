package health.sojourn.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.sojourn.provider.leadinbox.DeclineReason;
import health.sojourn.provider.offer.CellSource;
import health.sojourn.provider.offer.DosePer;
import health.sojourn.provider.offer.ImagingGuidance;
import health.sojourn.provider.offer.LegalBasis;
import health.sojourn.provider.people.Role;
import health.sojourn.provider.verification.FactName;
import health.sojourn.testing.LanguageRules;
import health.sojourn.web.Words;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProviderLanguageRulesTest extends LanguageRules {
  private static final Map<String, Object[]> KINDS =
      Map.of(
          "fact", FactName.values(),
          "cellSource", CellSource.values(),
          "legalBasis", LegalBasis.values(),
          "imagingGuidance", ImagingGuidance.values(),
          "dosePer", DosePer.values(),
          "per", DosePer.values(),
          "declineReason", DeclineReason.values(),
          "role", Role.values(),
          "roleMeans", Role.values(),
          "day", DayOfWeek.values());

  @Override
  protected Set<String> names() {
    return Set.of("USD");
  }

  @Test
  void everyCodeOfThisServiceHasWords() {
    KINDS.forEach((kind, codes) -> assertEquals(List.of(), Words.missing(kind, codes), kind));
  }
}
