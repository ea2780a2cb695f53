package health.sojourn.provider.leadinbox;

import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.http.FieldError;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TreatmentReportTest {
  private static final LocalDate CAME = LocalDate.of(2026, 11, 20);
  private static final LocalDate TODAY = LocalDate.of(2027, 2, 11);

  @Test
  void isAboutADayThatHasCome() {
    assertThat(codes(Outcome.TREATED, null, TODAY)).isEmpty();
    assertThat(codes(Outcome.TREATED, null, TODAY.plusDays(1))).containsExactly("in-the-future");
    assertThat(codes(Outcome.TREATED, null, CAME)).isEmpty();
    assertThat(codes(Outcome.TREATED, null, CAME.minusDays(1)))
        .containsExactly("before-the-inquiry");
  }

  @Test
  void hasAReasonWhenCancelledAndOnlyThen() {
    assertThat(codes(Outcome.CANCELLED, null, TODAY)).containsExactly("cancellation-needs-one");
    assertThat(codes(Outcome.CANCELLED, CancelReason.DID_NOT_COME, TODAY)).isEmpty();
    assertThat(codes(Outcome.TREATED, CancelReason.OTHER, TODAY)).containsExactly("not-cancelled");
  }

  @Test
  void travelGoesForwardInTime() {
    assertThat(new TravelDates(TODAY, TODAY, TODAY).errors()).isEmpty();
    assertThat(TravelDates.NONE.errors()).isEmpty();
    assertThat(new TravelDates(TODAY, TODAY.minusDays(1), null).errors())
        .extracting(FieldError::pointer)
        .containsExactly("/treatedOn");
    assertThat(new TravelDates(TODAY, null, TODAY.minusDays(1)).errors())
        .extracting(FieldError::pointer)
        .containsExactly("/leavesOn");
  }

  private static Iterable<String> codes(Outcome outcome, CancelReason reason, LocalDate day) {
    return new TreatmentReport(outcome, reason, day)
        .errors(CAME, TODAY).stream().map(FieldError::code).toList();
  }
}
