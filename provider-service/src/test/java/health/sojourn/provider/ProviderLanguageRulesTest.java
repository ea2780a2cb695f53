package health.sojourn.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.sojourn.provider.leadinbox.CancelReason;
import health.sojourn.provider.leadinbox.DeclineReason;
import health.sojourn.provider.leadinbox.HandOverStep;
import health.sojourn.provider.leadinbox.InboxFilter;
import health.sojourn.provider.leadinbox.InboxStatus;
import health.sojourn.provider.leadinbox.MessageKind;
import health.sojourn.provider.leadinbox.Outcome;
import health.sojourn.provider.offer.CellSource;
import health.sojourn.provider.offer.DosePer;
import health.sojourn.provider.offer.ImagingGuidance;
import health.sojourn.provider.offer.LegalBasis;
import health.sojourn.provider.people.Role;
import health.sojourn.provider.quote.QuoteState;
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
      Map.ofEntries(
          Map.entry("fact", FactName.values()),
          Map.entry("cellSource", CellSource.values()),
          Map.entry("legalBasis", LegalBasis.values()),
          Map.entry("imagingGuidance", ImagingGuidance.values()),
          Map.entry("dosePer", DosePer.values()),
          Map.entry("per", DosePer.values()),
          Map.entry("declineReason", DeclineReason.values()),
          Map.entry("inboxFilter", InboxFilter.values()),
          Map.entry("state", InboxStatus.values()),
          Map.entry("messageKind", MessageKind.values()),
          Map.entry("handOverStep", HandOverStep.values()),
          Map.entry("outcome", Outcome.values()),
          Map.entry("cancelReason", CancelReason.values()),
          Map.entry("quoteState", QuoteState.values()),
          Map.entry("role", Role.values()),
          Map.entry("roleMeans", Role.values()),
          Map.entry("day", DayOfWeek.values()));

  @Override
  protected Set<String> names() {
    return Set.of("USD");
  }

  @Test
  void everyCodeOfThisServiceHasWords() {
    KINDS.forEach((kind, codes) -> assertEquals(List.of(), Words.missing(kind, codes), kind));
  }
}
