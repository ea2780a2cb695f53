package health.sojourn.provider.change;

import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.provider.verification.Attribute;
import health.sojourn.provider.verification.Author;
import health.sojourn.provider.verification.Fact;
import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Author CLINIC = new Author(UUID.randomUUID(), "Clara Demo", "demo");
  private static final Author STAFF = new Author(UUID.randomUUID(), "Fatma Demo", null);

  @Test
  void aFactIsAnnouncedThirtyDaysBeforeItsEnd() {
    assertThat(ending(TODAY.plusDays(31))).isEqualTo(Standing.STATED);
    assertThat(ending(TODAY.plusDays(30))).isEqualTo(Standing.EXPIRES_SOON);
    assertThat(ending(TODAY)).isEqualTo(Standing.EXPIRES_SOON);
    assertThat(ending(TODAY.minusDays(1))).isEqualTo(Standing.FAILED_OR_EXPIRED);
    assertThat(ending(null)).isEqualTo(Standing.STATED);
  }

  @Test
  void whatNobodyStatedIsUnknownUntilSomethingWaits() {
    assertThat(standing(Fact.UNKNOWN, null, null)).isEqualTo(Standing.UNKNOWN);
    assertThat(standing(Fact.UNKNOWN, change(), null)).isEqualTo(Standing.WAITING);
  }

  @Test
  void whatCameBackIsShownUntilItWasSentAnew() {
    Change back = change();
    back.reject(STAFF, "Blurred", NOW);
    assertThat(standing(Fact.UNKNOWN, null, back)).isEqualTo(Standing.SENT_BACK);
    assertThat(standing(Fact.UNKNOWN, change(), back)).isEqualTo(Standing.WAITING);
    Change taken = change();
    taken.withdraw(CLINIC, NOW);
    assertThat(standing(Fact.UNKNOWN, null, taken)).isEqualTo(Standing.UNKNOWN);
  }

  private static Standing ending(LocalDate validTo) {
    return standing(
        new Fact(List.of("x"), null, null, Level.CHECKED_WITH_ISSUER, TODAY, "us", validTo),
        null,
        null);
  }

  private static Standing standing(Fact published, Change waiting, Change last) {
    return Standing.of(new FactState(attribute(), published, waiting, last, List.of()), TODAY);
  }

  private static Change change() {
    var proposal = new Proposal(List.of("y"), null, null, null, List.of());
    return new Change(UUID.randomUUID(), attribute(), proposal, CLINIC, NOW);
  }

  private static Attribute attribute() {
    return new Attribute("demo", null, FactName.LICENCE);
  }
}
