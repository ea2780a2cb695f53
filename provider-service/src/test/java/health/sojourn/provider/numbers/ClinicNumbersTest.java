package health.sojourn.provider.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.provider.numbers.ClinicNumbers.Count;
import health.sojourn.provider.numbers.ClinicNumbers.Measured;
import health.sojourn.provider.numbers.Offered.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClinicNumbersTest {
  private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");

  /** A Wednesday; in Bogotá still before noon. */
  private static final Instant NOW = Instant.parse("2026-11-25T16:00:00Z");

  private static final Instant SINCE = NOW.minus(Duration.ofDays(90));

  @Nested
  class AnAnswer {
    @ParameterizedTest
    @CsvSource({
      "OFFERED, , , , WAITING",
      "VIEWED, , , , WAITING",
      "ACCEPTED, yes, , , ACCEPTED",
      "CHOSEN, yes, , , ACCEPTED",
      "LOST, yes, , OTHER_CLINIC_CHOSEN, ACCEPTED",
      "WITHDRAWN, yes, , CONSENT_WITHDRAWN, ACCEPTED",
      "DECLINED, yes, PRICE, , DECLINED",
      "CLOSED, yes, PRICE, INQUIRY_CLOSED, DECLINED",
      "EXPIRED, , , , TOO_LATE",
      "CLOSED, yes, , ANSWERED_TOO_LATE, TOO_LATE",
      "CLOSED, yes, PRICE, ANSWERED_TOO_LATE, TOO_LATE",
      "WITHDRAWN, , , REROUTED, TAKEN_BACK",
      "CLOSED, , , INQUIRY_CLOSED, TAKEN_BACK"
    })
    void isTold(String status, String answered, String declined, String ended, Answer answer) {
      assertThat(new Offered(NOW, status, answered == null ? null : NOW, declined, ended).answer())
          .isEqualTo(answer);
    }
  }

  @Nested
  class TheSpread {
    @Test
    void isTheMiddleAndTheMiddleHalf() {
      Spread spread = spread("6", "8.5", "9.5", "11", "30").orElseThrow();
      assertThat(spread.median()).isEqualByComparingTo("9.5");
      assertThat(spread.lowerQuartile()).isEqualByComparingTo("8.5");
      assertThat(spread.upperQuartile()).isEqualByComparingTo("11");
      assertThat(spread.answers()).isEqualTo(5);
    }

    @Test
    void liesBetweenTwoAnswersInProportion() {
      Spread spread = spread("1", "2", "3", "4").orElseThrow();
      assertThat(spread.median()).isEqualByComparingTo("2.5");
      assertThat(spread.lowerQuartile()).isEqualByComparingTo("1.8");
      assertThat(spread.upperQuartile()).isEqualByComparingTo("3.3");
    }

    @Test
    void isNothingWithoutAnAnswer() {
      assertThat(spread()).isEmpty();
    }

    private Optional<Spread> spread(String... hours) {
      return Spread.of(Stream.of(hours).map(BigDecimal::new).toList());
    }
  }

  @Nested
  class Counts {
    @Test
    void addUpToWhatWasOffered() {
      ClinicNumbers numbers =
          numbers(
              accepted("ACCEPTED"),
              accepted("CHOSEN"),
              accepted("CHOSEN"),
              declined("PRICE"),
              declined("PRICE"),
              declined("LANGUAGE"),
              offered("EXPIRED", NOW),
              offered("OFFERED", NOW));
      assertThat(numbers.answers()).isEqualTo(new ClinicNumbers.Answers(8, 3, 3, 1, 1, 0));
      assertThat(numbers.acceptedShare()).isEqualByComparingTo("0.43");
      assertThat(numbers.getAcceptedPercent()).isEqualTo(43);
      assertThat(numbers.declines())
          .containsExactly(new Count("PRICE", 2), new Count("LANGUAGE", 1));
      assertThat(numbers.outcomes())
          .containsExactly(new Count("CHOSEN", 2), new Count("ACCEPTED", 1));
    }

    @Test
    void haveNoShareWhileNothingWasDue() {
      assertThat(numbers(offered("OFFERED", NOW)).acceptedShare()).isNull();
      assertThat(numbers().isEmpty()).isTrue();
    }
  }

  @Nested
  class Weeks {
    @Test
    void beginOnTheClinicsOwnMonday() {
      // Monday in Greenwich, Sunday evening in Bogotá.
      Instant evening = Instant.parse("2026-11-23T03:00:00Z");
      ClinicNumbers numbers = numbers(offered("EXPIRED", evening), offered("OFFERED", NOW));
      var weeks = numbers.weeks();
      assertThat(weeks).hasSize(14);
      assertThat(weeks.get(13).from()).isEqualTo(LocalDate.parse("2026-11-23"));
      assertThat(weeks.get(13).answers().offered()).isEqualTo(1);
      assertThat(weeks.get(12).answers().tooLate()).isEqualTo(1);
      assertThat(weeks.get(0).from()).isEqualTo(LocalDate.parse("2026-08-24"));
    }

    @Test
    void haveTheirOwnAnswerTimes() {
      var answers = List.of(new Measured(NOW, BigDecimal.ONE), new Measured(NOW, BigDecimal.TEN));
      ClinicNumbers numbers = ClinicNumbers.of(List.of(), answers, BOGOTA, SINCE, NOW);
      assertThat(numbers.weeks().get(13).answerHours().median()).isEqualByComparingTo("5.5");
      assertThat(numbers.weeks().get(12).answerHours()).isNull();
      assertThat(numbers.answerHours().answers()).isEqualTo(2);
    }
  }

  @Nested
  class TheChart {
    @Test
    void isAsHighAsWhatItShows() {
      ClinicNumbers numbers =
          numbers(accepted("ACCEPTED"), declined("PRICE"), offered("OFFERED", NOW));
      WeeksChart chart = WeeksChart.of(numbers.weeks(), Locale.ENGLISH);
      var parts = chart.columns().get(13).parts();
      assertThat(chart.top()).isEqualTo(4);
      assertThat(parts.stream().map(WeeksChart.Part::look))
          .containsExactly("extent", "extent-large", "extent-open");
      assertThat(parts.stream().mapToInt(WeeksChart.Part::height).sum())
          .isEqualTo((chart.getFloor() - chart.getTopLine()) * 3 / 4);
      assertThat(chart.columns().get(12).parts()).isEmpty();
      assertThat(chart.columns().get(0).label()).isEqualTo("24 Aug");
    }
  }

  private static ClinicNumbers numbers(Offered... offered) {
    return ClinicNumbers.of(List.of(offered), List.of(), BOGOTA, SINCE, NOW);
  }

  private static Offered accepted(String status) {
    return new Offered(NOW, status, NOW, null, null);
  }

  private static Offered declined(String reason) {
    return new Offered(NOW, "DECLINED", NOW, reason, null);
  }

  private static Offered offered(String status, Instant at) {
    return new Offered(at, status, null, null, null);
  }
}
