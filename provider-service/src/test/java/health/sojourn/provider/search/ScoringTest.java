package health.sojourn.provider.search;

import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.money.Money;
import health.sojourn.provider.offer.PriceRange.Converted;
import health.sojourn.provider.search.Scoring.Component;
import health.sojourn.provider.verification.Checked;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScoringTest {
  private static final Money BUDGET = Money.of("8000", "USD");

  @Test
  void withoutWishesOnlyChecksAndAnswerTimeCount() {
    Scoring.Result score = Scoring.score(candidate(19, 38, "4", false, null), filter(null, null));
    assertThat(score.components())
        .extracting(Component::name)
        .containsExactly("checked", "answerTime");
    assertThat(score.value()).isEqualByComparingTo("0.70");
  }

  @Test
  void weightsAlwaysAddUpToOneAndTheValueIsTheirSum() {
    for (String language : new String[] {null, "de"}) {
      for (Money ceiling : new Money[] {null, BUDGET}) {
        Scoring.Result score =
            Scoring.score(
                candidate(25, 38, "17.5", true, range("5000", "9000")), filter(language, ceiling));
        assertThat(sum(score, false)).isEqualByComparingTo("1");
        assertThat(score.value()).isEqualByComparingTo(sum(score, true));
      }
    }
  }

  @Test
  void aLanguageSomebodyCheckedIsWorthMoreThanAClaim() {
    var filter = filter("de", null);
    Component checked =
        Scoring.score(candidate(0, 38, null, true, null), filter).components().get(0);
    Component claimed =
        Scoring.score(candidate(0, 38, null, false, null), filter).components().get(0);
    assertThat(checked.value()).isGreaterThan(claimed.value());
  }

  @Test
  void priceCountsByTheShareOfTheRangeWithinTheCeiling() {
    assertThat(priceOf(range("5000", "7500"))).isEqualByComparingTo("1");
    assertThat(priceOf(range("6000", "10000"))).isEqualByComparingTo("0.5");
    assertThat(priceOf(range("8000", "9000"))).isEqualByComparingTo("0");
  }

  @Test
  void answersWithinFourHoursAreAsGoodAsAtOnceAndThreeDaysAsNone() {
    assertThat(answerTimeOf("0.5")).isEqualByComparingTo("1");
    assertThat(answerTimeOf("4")).isEqualByComparingTo("1");
    assertThat(answerTimeOf("38")).isEqualByComparingTo("0.5");
    assertThat(answerTimeOf("100")).isEqualByComparingTo("0");
    assertThat(answerTimeOf(null)).isEqualByComparingTo("0.5");
  }

  private static BigDecimal priceOf(Converted price) {
    return Scoring.score(candidate(0, 38, null, false, price), filter(null, BUDGET))
        .components()
        .get(0)
        .value();
  }

  private static BigDecimal answerTimeOf(String hours) {
    return Scoring.score(candidate(0, 38, hours, false, null), filter(null, null))
        .components()
        .get(1)
        .value();
  }

  private static BigDecimal sum(Scoring.Result score, boolean weighted) {
    return score.components().stream()
        .map(it -> weighted ? it.weight().multiply(it.value()) : it.weight())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Converted range(String min, String max) {
    return new Converted(Money.of(min, "USD"), Money.of(max, "USD"), LocalDate.parse("2025-10-01"));
  }

  private static Candidate candidate(
      int checked, int facts, String hours, boolean languageChecked, Converted price) {
    return new Candidate(
        "demo",
        new UUID(0, 1),
        new Checked(facts, checked),
        hours == null ? null : new BigDecimal(hours),
        languageChecked,
        price);
  }

  private static ClinicFilter filter(String language, Money ceiling) {
    return new ClinicFilter(null, null, null, language, null, null, null, ceiling, null, 20);
  }
}
