package health.sojourn.provider.leadinbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.sojourn.http.Problem;
import health.sojourn.provider.leadinbox.InboxStatus.Step;
import health.sojourn.testing.Contracts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InboxLeadTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

  private final InboxLead lead = offered();
  private final Instant inTime = lead.answerBy().minusSeconds(1);

  @Nested
  class TheClinic {

    @Test
    void viewsOnlyOnce() {
      assertThat(lead.view(inTime)).isTrue();
      assertThat(lead.view(inTime)).isFalse();
      assertThat(lead.status()).isEqualTo(InboxStatus.VIEWED);
    }

    @Test
    void acceptsWithOrWithoutHavingViewed() {
      assertThat(lead.accept(inTime)).isTrue();
      InboxLead viewed = offered();
      viewed.view(inTime);
      assertThat(viewed.accept(inTime)).isTrue();
    }

    @Test
    void sayingTheSameTwiceChangesNothing() {
      lead.accept(inTime);
      assertThat(lead.accept(inTime.plusSeconds(9999))).isFalse();
      InboxLead declined = offered();
      declined.decline(DeclineReason.PRICE, inTime);
      assertThat(declined.decline(DeclineReason.PRICE, inTime)).isFalse();
    }

    @Test
    void cannotTakeAnAnswerBack() {
      lead.accept(inTime);
      assertRefused("lead-answered", () -> lead.decline(DeclineReason.OTHER, inTime));
      InboxLead declined = offered();
      declined.decline(DeclineReason.PRICE, inTime);
      assertRefused("lead-answered", () -> declined.accept(inTime));
      assertRefused("lead-answered", () -> declined.decline(DeclineReason.OTHER, inTime));
    }

    @Test
    void answersUntilTheVeryMomentAndNotAfter() {
      assertRefused("lead-too-late", () -> lead.accept(lead.answerBy().plusMillis(1)));
      assertThat(lead.accept(lead.answerBy())).isTrue();
    }

    @Test
    void cannotAnswerWhatHasEnded() {
      lead.told(Step.WITHDRAW, inTime, "CONSENT_WITHDRAWN");
      assertRefused("lead-ended", () -> lead.accept(inTime));
      assertThat(lead.status().isOpen()).isFalse();
    }

    @Test
    void quotesWhatItAcceptedAsOftenAsItLikes() {
      assertRefused("lead-not-accepted", () -> lead.quote(DAY, inTime));
      lead.accept(inTime);
      lead.quote(DAY, inTime);
      lead.quote(DAY.plusDays(1), inTime.plusSeconds(1));
      assertThat(lead.status()).isEqualTo(InboxStatus.QUOTED);
      assertThat(lead.quoteValidUntil()).isEqualTo(DAY.plusDays(1));
      assertThat(lead.accept(inTime)).as("said before").isFalse();
    }

    @Test
    void takesAQuoteBackUntilThePatientChooses() {
      lead.accept(inTime);
      lead.quote(DAY, inTime);
      lead.takeQuoteBack();
      assertThat(lead.status()).isEqualTo(InboxStatus.ACCEPTED);
      assertThat(lead.quoteValidUntil()).isNull();
      lead.quote(DAY, inTime);
      lead.told(Step.CHOOSE, inTime, null);
      assertRefused("lead-chosen", lead::takeQuoteBack);
      assertRefused("lead-chosen", () -> lead.quote(DAY, inTime));
    }

    @Test
    void writesUntilTheTimeIsOverOrTheLeadEnded() {
      lead.checkWritable(inTime);
      assertRefused("lead-too-late", () -> lead.checkWritable(lead.answerBy().plusMillis(1)));
      lead.accept(inTime);
      lead.checkWritable(lead.answerBy().plusSeconds(9999));
      lead.told(Step.LOSE, inTime, "OTHER_CLINIC_CHOSEN");
      assertRefused("lead-ended", () -> lead.checkWritable(inTime));
    }

    @Test
    void reportsOnceHowAChosenLeadEnded() {
      var treated = new TreatmentReport(Outcome.TREATED, null, DAY);
      assertRefused("lead-not-chosen", () -> lead.report(treated, inTime));
      lead.accept(inTime);
      lead.told(Step.CHOOSE, inTime, null);
      assertThat(lead.report(treated, inTime)).isTrue();
      assertThat(lead.report(treated, inTime.plusSeconds(5))).isFalse();
      assertRefused(
          "treatment-reported",
          () ->
              lead.report(new TreatmentReport(Outcome.CANCELLED, CancelReason.OTHER, DAY), inTime));
    }
  }

  @Nested
  class TheUnreadMark {

    @Test
    void isThereUntilSomebodyLooksAndAgainWhenSomethingHappens() {
      assertThat(lead.isUnread()).isTrue();
      lead.view(inTime);
      lead.accept(inTime);
      assertThat(lead.isUnread()).isFalse();
      lead.told(Step.CHOOSE, inTime, null);
      assertThat(lead.isUnread()).isTrue();
      lead.see();
      lead.told(Step.CHOOSE, inTime, null);
      assertThat(lead.isUnread()).as("the same news twice").isFalse();
    }
  }

  @Nested
  class Progress {

    @Test
    void saysWhatIsDoneAndWhatComesNext() {
      lead.view(inTime);
      lead.accept(inTime);
      assertThat(steps())
          .containsExactly(
              "OFFERED done",
              "VIEWED done",
              "ACCEPTED done",
              "QUOTED current",
              "CHOSEN todo",
              "REPORTED todo");
    }

    @Test
    void stopsWhereTheLeadEnded() {
      lead.decline(DeclineReason.PRICE, inTime);
      assertThat(steps()).containsExactly("OFFERED done", "VIEWED done", "DECLINED current");
    }

    private List<String> steps() {
      return LeadProgress.of(lead).stream().map(it -> it.name() + " " + it.state()).toList();
    }
  }

  @Nested
  class TheOwnerOfLeads {

    @Test
    void closesAnAnswerThatCameTooLateAndTheReasonStays() {
      lead.accept(inTime);
      lead.told(Step.EXPIRE, inTime, null);
      lead.told(Step.CLOSE, inTime, "ANSWERED_TOO_LATE");
      assertThat(lead.status()).isEqualTo(InboxStatus.CLOSED);
      assertThat(lead.endReason()).isEqualTo("ANSWERED_TOO_LATE");
    }

    @Test
    void saysThingsTwiceWithoutHarm() {
      lead.told(Step.EXPIRE, inTime, null);
      lead.told(Step.EXPIRE, inTime.plusSeconds(5), null);
      assertThat(lead.endedAt()).isEqualTo(inTime);
    }
  }

  /** Every state against every step: what is not written here is refused. */
  @Test
  void theWholeMatrix() {
    Map<InboxStatus, Set<Step>> expected = new EnumMap<>(InboxStatus.class);
    Set<Step> ends = Set.of(Step.EXPIRE, Step.WITHDRAW, Step.LOSE, Step.CLOSE);
    expected.put(InboxStatus.OFFERED, plus(ends, Step.VIEW, Step.ACCEPT, Step.DECLINE));
    expected.put(InboxStatus.VIEWED, plus(ends, Step.ACCEPT, Step.DECLINE));
    expected.put(InboxStatus.ACCEPTED, plus(ends, Step.QUOTE, Step.CHOOSE));
    expected.put(InboxStatus.QUOTED, plus(ends, Step.QUOTE, Step.TAKE_QUOTE_BACK, Step.CHOOSE));
    expected.put(InboxStatus.DECLINED, ends);
    expected.put(InboxStatus.CHOSEN, Set.of(Step.WITHDRAW, Step.LOSE, Step.CLOSE));
    for (InboxStatus ended : Set.of(InboxStatus.EXPIRED, InboxStatus.WITHDRAWN, InboxStatus.LOST)) {
      expected.put(ended, Set.of(Step.CLOSE));
    }
    expected.put(InboxStatus.CLOSED, Set.of());
    for (InboxStatus status : InboxStatus.values()) {
      for (Step step : Step.values()) {
        assertThat(status.allows(step))
            .as("%s %s", status, step)
            .isEqualTo(expected.get(status).contains(step));
      }
    }
    assertThatIllegalStateException().isThrownBy(() -> offered().told(Step.CHOOSE, inTime, null));
  }

  private static Set<Step> plus(Set<Step> some, Step... more) {
    var all = new HashSet<>(some);
    all.addAll(Set.of(more));
    return all;
  }

  private static void assertRefused(String code, Runnable answer) {
    assertThatThrownBy(answer::run)
        .isInstanceOfSatisfying(
            Problem.class,
            it -> {
              assertThat(it.status()).isEqualTo(409);
              assertThat(it.code()).isEqualTo(code);
            });
  }

  static InboxLead offered() {
    return InboxLead.offered(Contracts.example("inquiry/lead-offered", LeadEvents.Offered.class));
  }
}
