package health.sojourn.provider.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityRulesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

  @Nested
  class Capacity {
    @Test
    void isRightAsItIs() {
      assertThat(wrong(true, "2026-11-25", List.of(TODAY), stretch("08:00", "12:00"))).isEmpty();
      assertThat(wrong(false, null, List.of())).isEmpty();
    }

    @Test
    void pausesUpToADayThatIsToCome() {
      assertThat(wrong(true, "2026-11-24", List.of())).containsExactly("/pausedUntil in-the-past");
      assertThat(wrong(false, "2026-11-26", List.of()))
          .containsExactly("/pausedUntil only-when-paused");
      assertThat(wrong(true, "2036-11-26", List.of()))
          .containsExactly("/pausedUntil too-far-ahead");
    }

    @Test
    void namesTheDayOffThatCannotBeMeant() {
      assertThat(wrong(false, null, List.of(TODAY, LocalDate.parse("3026-12-25"))))
          .containsExactly("/holidays/1 too-far-ahead");
    }

    @Test
    void hasHoursThatEndAfterTheyBeginAndDoNotOverlap() {
      assertThat(wrong(false, null, List.of(), stretch("12:00", "08:00")))
          .containsExactly("/workingHours/0/to ends-too-early");
      assertThat(
              wrong(false, null, List.of(), stretch("08:00", "12:00"), stretch("11:59", "14:00")))
          .containsExactly("/workingHours/1 hours-overlap");
      assertThat(
              wrong(false, null, List.of(), stretch("12:00", "14:00"), stretch("08:00", "12:00")))
          .isEmpty();
    }

    @Test
    void isTheSameInWhateverOrderItIsWritten() {
      var one = capacity(List.of(TODAY, TODAY.plusDays(1)), stretch("08:00", "12:00"));
      var other = capacity(List.of(TODAY.plusDays(1), TODAY, TODAY), stretch("08:00", "12:00"));
      assertThat(other.inOrder()).isEqualTo(one.inOrder());
    }

    private List<String> wrong(
        boolean paused, String until, List<LocalDate> holidays, Stretch... hours) {
      return new DeclaredCapacity(
              10,
              null,
              paused,
              until == null ? null : LocalDate.parse(until),
              holidays,
              List.of(hours))
          .errors(TODAY).stream().map(it -> it.pointer() + " " + it.code()).toList();
    }

    private DeclaredCapacity capacity(List<LocalDate> holidays, Stretch... hours) {
      return new DeclaredCapacity(10, 5, false, null, holidays, List.of(hours));
    }
  }

  @Nested
  class Hours {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "08:00–12:00, 14:00–18:00",
          "8-12,14-18",
          " 08.00 - 12.00 ; 14h-18h ",
          "8 to 12 and 14 to 18",
          "8 a 12 y 14 a 18"
        })
    void areReadAsPeopleWriteThem(String text) {
      assertThat(HoursText.read(DayOfWeek.MONDAY, text))
          .contains(List.of(stretch("08:00", "12:00"), stretch("14:00", "18:00")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void areNoneOnADayOff(String text) {
      assertThat(HoursText.read(DayOfWeek.MONDAY, text)).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "8", "8-", "8-25", "8:75-9", "8-12 14-18"})
    void areNotGuessed(String text) {
      assertThat(HoursText.read(DayOfWeek.MONDAY, text)).isEmpty();
    }

    @Test
    void areWrittenAsTheyAreRead() {
      var week = List.of(stretch("14:00", "18:00"), stretch("08:00", "12:00"));
      assertThat(HoursText.of(DayOfWeek.MONDAY, week)).isEqualTo("08:00–12:00, 14:00–18:00");
      assertThat(HoursText.of(DayOfWeek.TUESDAY, week)).isEmpty();
    }
  }

  @Nested
  class DaysInARow {
    @Test
    void areShownAsOne() {
      var days =
          Stream.of("2026-12-24", "2026-12-26", "2026-12-25", "2027-01-01").map(LocalDate::parse);
      assertThat(DaysOff.of(days.toList()).stream().map(DaysOff::value))
          .containsExactly("2026-12-24/2026-12-26", "2027-01-01/2027-01-01");
    }

    @ParameterizedTest
    @CsvSource({"2026-12-24/2026-12-26,3", "2027-01-01,1"})
    void areReadAgain(String value, int days) {
      assertThat(DaysOff.parse(value).map(it -> it.days().count())).contains((long) days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "yesterday", "2026-12-26/2026-12-24"})
    void areNothingElse(String value) {
      assertThat(DaysOff.parse(value)).isEqualTo(Optional.empty());
    }
  }

  private static Stretch stretch(String from, String to) {
    return new Stretch(DayOfWeek.MONDAY, LocalTime.parse(from), LocalTime.parse(to));
  }
}
