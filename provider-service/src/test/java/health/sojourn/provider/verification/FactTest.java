package health.sojourn.provider.verification;

import static health.sojourn.provider.verification.FactName.CELL_SOURCE;
import static health.sojourn.provider.verification.FactName.LANGUAGES;
import static health.sojourn.provider.verification.FactName.LEAD_EMAIL;
import static health.sojourn.provider.verification.FactName.LICENCE;
import static health.sojourn.provider.verification.Level.CHECKED_WITH_ISSUER;
import static health.sojourn.provider.verification.Level.CONFIRMED_OR_VISITED;
import static health.sojourn.provider.verification.Level.DOCUMENT_UPLOADED;
import static health.sojourn.provider.verification.Level.FAILED_OR_EXPIRED;
import static health.sojourn.provider.verification.Level.SELF_DECLARED;
import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.provider.verification.FactName.Subject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactTest {
  private static final LocalDate LAST_DAY = LocalDate.parse("2026-11-30");

  @Test
  void holdsOnItsLastDayAndLosesItsLevelTheDayAfter() {
    Fact licence = fact("DEMO-1", CHECKED_WITH_ISSUER, LAST_DAY);
    assertThat(licence.levelOn(LAST_DAY)).isEqualTo(CHECKED_WITH_ISSUER);
    assertThat(licence.isCheckedOn(LAST_DAY)).isTrue();
    assertThat(licence.levelOn(LAST_DAY.plusDays(1))).isEqualTo(FAILED_OR_EXPIRED);
    assertThat(licence.isCheckedOn(LAST_DAY.plusDays(1))).isFalse();
  }

  @Test
  void withoutAnEndItKeepsItsLevel() {
    assertThat(fact("DEMO-1", CONFIRMED_OR_VISITED, null).levelOn(LAST_DAY.plusYears(9)))
        .isEqualTo(CONFIRMED_OR_VISITED);
  }

  @Test
  void onlySomebodyElsesWordIsACheck() {
    assertThat(Arrays.stream(Level.values()).filter(Level::isChecked))
        .containsExactly(CHECKED_WITH_ISSUER, CONFIRMED_OR_VISITED);
  }

  @Test
  void whatNobodyStatedIsUnknownAndCountsAsNotChecked() {
    var facts =
        new Facts(
            Subject.CLINIC,
            Map.of(
                LICENCE, fact("DEMO-1", CHECKED_WITH_ISSUER, LAST_DAY),
                LANGUAGES, fact("es", DOCUMENT_UPLOADED, null)));
    int all = FactName.publicOnes(Subject.CLINIC).size();
    assertThat(facts.checkedOn(LAST_DAY)).isEqualTo(new Checked(all, 1));
    assertThat(facts.checkedOn(LAST_DAY.plusDays(1))).isEqualTo(new Checked(all, 0));
    assertThat(facts.nextExpiryFrom(LAST_DAY)).contains(LAST_DAY);
    assertThat(facts.nextExpiryFrom(LAST_DAY.plusDays(1))).isEmpty();
  }

  @Test
  void theAddressForLeadsIsNotPublicAndNotCounted() {
    var facts =
        new Facts(
            Subject.CLINIC,
            Map.of(LEAD_EMAIL, fact("leads@demo.example", CHECKED_WITH_ISSUER, null)));
    assertThat(facts.checkedOn(LAST_DAY).checked()).isZero();
    assertThat(FactView.allOf(facts, Subject.CLINIC, LAST_DAY))
        .noneMatch(it -> it.key() == LEAD_EMAIL)
        .allMatch(it -> it.value() == null && it.level() == SELF_DECLARED);
  }

  @Test
  void aNameIsTheSameInBothDirections() {
    assertThat(CELL_SOURCE.apiName()).isEqualTo("cellSource");
    assertThat(Arrays.stream(FactName.values())).allMatch(it -> FactName.of(it.apiName()) == it);
  }

  private static Fact fact(String value, Level level, LocalDate validTo) {
    return new Fact(List.of(value), null, "test", level, LAST_DAY.minusDays(60), "us", validTo);
  }
}
