package health.sojourn.inquiry.clock;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.inquiry.clock.BusinessHours.Shift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BusinessHoursTest {
  private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static BusinessHours weekdays(ZoneId zone, String from, String to, LocalDate... off) {
    List<Shift> shifts =
        Stream.of(DayOfWeek.values())
            .filter(day -> day != SATURDAY && day != SUNDAY)
            .map(day -> new Shift(day, LocalTime.parse(from), LocalTime.parse(to)))
            .toList();
    return new BusinessHours(zone, shifts, List.of(off));
  }

  @Nested
  class TheEndOfABusinessDay {
    private final BusinessHours bogota = weekdays(BOGOTA, "08:00", "17:00");

    @Test
    void ofAFridaysOfferWithTwoDaysIsTuesdayEvening() {
      assertEquals(
          Instant.parse("2026-11-24T22:00:00Z"),
          bogota.endOfBusinessDay(Instant.parse("2026-11-20T09:00:00Z"), 2));
    }

    @Test
    void isTheSameForWhatComesAtTheWeekend() {
      assertEquals(
          Instant.parse("2026-11-24T22:00:00Z"),
          bogota.endOfBusinessDay(Instant.parse("2026-11-22T12:00:00Z"), 2));
    }

    @Test
    void countsFromTheDayAtTheClinicNotFromTheDayInGreenwich() {
      // 02:00 on Tuesday in Greenwich is still Monday evening in Bogotá.
      assertEquals(
          Instant.parse("2026-11-25T22:00:00Z"),
          bogota.endOfBusinessDay(Instant.parse("2026-11-24T02:00:00Z"), 2));
    }

    @Test
    void skipsHolidays() {
      var closedMonday = weekdays(BOGOTA, "08:00", "17:00", LocalDate.parse("2026-11-23"));
      assertEquals(
          Instant.parse("2026-11-25T22:00:00Z"),
          closedMonday.endOfBusinessDay(Instant.parse("2026-11-20T09:00:00Z"), 2));
    }

    @Test
    void keepsTheWallClockWhenSummerTimeBegins() {
      var berlin = weekdays(BERLIN, "09:00", "17:00");
      // Clocks go forward on Sunday, 28 March 2027: Tuesday's 17:00 is 15:00 in Greenwich.
      assertEquals(
          Instant.parse("2027-03-30T15:00:00Z"),
          berlin.endOfBusinessDay(Instant.parse("2027-03-26T10:00:00Z"), 2));
    }

    @Test
    void followsTheShiftsOfAnUnusualWeek() {
      var onlyMondays =
          new BusinessHours(
              BOGOTA,
              List.of(new Shift(MONDAY, LocalTime.of(8, 0), LocalTime.of(12, 0))),
              List.of());
      assertEquals(
          Instant.parse("2026-11-30T17:00:00Z"),
          onlyMondays.endOfBusinessDay(Instant.parse("2026-11-20T09:00:00Z"), 2));
    }

    @Test
    void endsEvenForACalendarWithoutAnyWork() {
      var never = new BusinessHours(BOGOTA, List.of(), List.of());
      assertEquals(
          Instant.parse("2026-11-22T09:00:00Z"),
          never.endOfBusinessDay(Instant.parse("2026-11-20T09:00:00Z"), 2));
      assertTrue(never.nextOpen(Instant.parse("2026-11-20T09:00:00Z")).isEmpty());
    }
  }

  @Nested
  class WorkingTime {
    @Test
    void startsWhenTheDoorOpens() {
      var berlin = weekdays(BERLIN, "09:00", "17:00");
      assertEquals(
          Instant.parse("2026-11-23T16:00:00Z"),
          berlin.plus(Instant.parse("2026-11-21T03:00:00Z"), Duration.ofHours(8)));
    }

    @Test
    void goesOnTheNextDay() {
      var berlin = weekdays(BERLIN, "09:00", "17:00");
      assertEquals(
          Instant.parse("2026-11-24T11:00:00Z"),
          berlin.plus(Instant.parse("2026-11-23T11:00:00Z"), Duration.ofHours(8)));
    }

    @Test
    void skipsTheLunchBreak() {
      var split =
          new BusinessHours(
              BERLIN,
              List.of(
                  new Shift(MONDAY, LocalTime.of(14, 0), LocalTime.of(18, 0)),
                  new Shift(MONDAY, LocalTime.of(8, 0), LocalTime.of(12, 0))),
              List.of());
      assertEquals(
          Instant.parse("2026-11-23T15:00:00Z"),
          split.plus(Instant.parse("2026-11-23T10:00:00Z"), Duration.ofHours(3)));
    }

    @Test
    void ofANightShiftIsOneHourShorterWhenTheClockGoesForward() {
      var night =
          new BusinessHours(
              BERLIN,
              List.of(new Shift(SUNDAY, LocalTime.of(0, 0), LocalTime.of(6, 0))),
              List.of());
      assertEquals(
          Duration.ofHours(5),
          night.between(
              Instant.parse("2027-03-27T20:00:00Z"), Instant.parse("2027-03-28T20:00:00Z")));
    }

    @Test
    void betweenTwoMomentsLeavesNightsAndWeekendsOut() {
      var berlin = weekdays(BERLIN, "09:00", "17:00");
      assertEquals(
          Duration.ofHours(9),
          berlin.between(
              Instant.parse("2026-11-20T09:00:00Z"), Instant.parse("2026-11-23T10:00:00Z")));
      assertEquals(
          Duration.ZERO,
          berlin.between(
              Instant.parse("2026-11-23T10:00:00Z"), Instant.parse("2026-11-20T09:00:00Z")));
    }
  }

  @Nested
  class ThePolicy {
    private final BusinessHours berlin = weekdays(BERLIN, "09:00", "17:00");

    @Test
    void warnsAfterThreeQuartersOfTheWorkingTime() {
      assertEquals(
          Instant.parse("2026-11-23T14:00:00Z"),
          ClockPolicy.current()
              .warnsAt(
                  Instant.parse("2026-11-23T08:00:00Z"),
                  Instant.parse("2026-11-23T16:00:00Z"),
                  berlin));
    }

    @Test
    void expiresALeadFiveMinutesAfterItsAnswerWasDue() {
      assertEquals(
          Instant.parse("2026-11-24T22:05:00Z"),
          ClockPolicy.current().expiresAt(Instant.parse("2026-11-24T22:00:00Z")));
    }

    @Test
    void isFoundAgainByItsVersion() {
      assertEquals(ClockPolicy.current(), ClockPolicy.version(ClockPolicy.current().version()));
    }
  }
}
