package health.sojourn.provider.search;

import static health.sojourn.provider.search.ListingBuilder.clinic;
import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.http.Language;
import health.sojourn.money.Money;
import health.sojourn.money.Rates;
import health.sojourn.provider.search.Score.Component;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In an application, as a score is told in the sentences of its bundle. */
@QuarkusTest
class ScoringTest {
  private static final Money BUDGET = Money.of("8000", "USD");

  @Test
  void withoutWishesOnlyChecksAndAnswerTimeCount() {
    Score score = score(clinic("a").checked(20).answeringWithin(4), filter(null, null, null));
    assertThat(score.components())
        .extracting(Component::name)
        .containsExactly("checked", "answerTime");
    assertThat(score.value()).isEqualByComparingTo("0.706");
  }

  @Test
  void weightsAlwaysAddUpToOneAndTheValueIsTheirSum() {
    for (String words : new String[] {null, "bogota"}) {
      for (String language : new String[] {null, "de"}) {
        for (Money ceiling : new Money[] {null, BUDGET}) {
          Score score =
              score(
                  clinic("a")
                      .checked(25)
                      .answeringWithin(17.5)
                      .speaking("de")
                      .priced("5000", "9000", "USD"),
                  filter(words, language, ceiling));
          assertThat(sum(score, false)).isEqualByComparingTo("1");
          assertThat(score.value()).isEqualByComparingTo(sum(score, true));
        }
      }
    }
  }

  @Test
  void aLanguageSomebodyCheckedIsWorthMoreThanAClaim() {
    var filter = filter(null, "de", null);
    Component checked =
        score(clinic("a").speaking("de").whoseLanguagesWereChecked(), filter).components().get(0);
    Component claimed = score(clinic("a").speaking("es", "de"), filter).components().get(0);
    assertThat(checked.value()).isEqualByComparingTo("1");
    assertThat(claimed.value()).isEqualByComparingTo("0.6");
    assertThat(claimed.text()).isEqualTo("Says it speaks German; nobody checked");
  }

  @Test
  void priceCountsByTheShareOfTheRangeWithinTheCeiling() {
    assertThat(priceOf("5000", "7500")).isEqualByComparingTo("1");
    assertThat(priceOf("6000", "10000")).isEqualByComparingTo("0.5");
    assertThat(priceOf("8000", "9000")).isEqualByComparingTo("0");
  }

  @Test
  void aPriceNobodyStatedIsNotWithinTheCeiling() {
    Component price = score(clinic("a"), filter(null, null, BUDGET)).components().get(0);
    assertThat(price.value()).isEqualByComparingTo("0");
    assertThat(price.text()).isEqualTo("It states no price");
  }

  @Test
  void answersWithinFourHoursAreAsGoodAsAtOnceAndThreeDaysAsNone() {
    assertThat(answerTimeOf(0.5)).isEqualByComparingTo("1");
    assertThat(answerTimeOf(4)).isEqualByComparingTo("1");
    assertThat(answerTimeOf(38)).isEqualByComparingTo("0.5");
    assertThat(answerTimeOf(100)).isEqualByComparingTo("0");
    assertThat(answerTimeOf(-0.1)).isEqualByComparingTo("0.5");
  }

  private static BigDecimal priceOf(String min, String max) {
    return score(clinic("a").priced(min, max, "USD"), filter(null, null, BUDGET))
        .components()
        .get(0)
        .value();
  }

  private static BigDecimal answerTimeOf(double hours) {
    return score(clinic("a").answeringWithin(hours), filter(null, null, null))
        .components()
        .get(1)
        .value();
  }

  private static BigDecimal sum(Score score, boolean weighted) {
    return score.components().stream()
        .map(it -> weighted ? it.weight().multiply(it.value()) : it.weight())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Score score(ListingBuilder listing, ClinicFilter filter) {
    Money most = filter.ceiling();
    var ceiling = most == null ? null : CatalogueReader.comparable(most, most, Rates.shipped());
    return new Scoring(filter, ceiling)
        .explain(listing.build(), Closeness.STATED, Language.ENGLISH);
  }

  private static ClinicFilter filter(String words, String language, Money ceiling) {
    return new ClinicFilter(
        null,
        language == null ? Map.of() : Map.of(Attribute.LANGUAGE, List.of(language)),
        ceiling,
        ceiling != null,
        null,
        words,
        Sort.SCORE,
        20);
  }
}
