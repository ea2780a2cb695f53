package health.sojourn.provider.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.sojourn.http.Problem;
import health.sojourn.provider.verification.Attribute;
import health.sojourn.provider.verification.Author;
import health.sojourn.provider.verification.CheckMethod;
import health.sojourn.provider.verification.Fact;
import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChangeTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final Author COORDINATOR = new Author(UUID.randomUUID(), "Clara Demo", "demo");
  private static final Author FACILITATOR = new Author(UUID.randomUUID(), "Fatma Demo", null);
  private static final List<UUID> A_FILE = List.of(UUID.randomUUID());

  @Nested
  class Approved {
    @Test
    void isReadWithWhoCheckedItWhenAndOnWhatGround() {
      Fact fact = approve(change(TODAY.plusYears(1), List.of()), CheckMethod.ISSUER_SITE, "2");
      assertThat(fact)
          .isEqualTo(
              new Fact(
                  List.of("DEMO-2"),
                  null,
                  "the issuer, on request",
                  Level.CHECKED_WITH_ISSUER,
                  TODAY,
                  "Sojourn",
                  TODAY.plusYears(1)));
    }

    @Test
    void byADocumentOrTheClinicsWordIsNoCheck() {
      for (Fact fact :
          List.of(
              approve(change(null, A_FILE), CheckMethod.DOCUMENT, "1"),
              approve(change(null, List.of()), CheckMethod.SELF_DECLARED, "0"))) {
        assertThat(fact.checkedAt()).isNull();
        assertThat(fact.checkedBy()).isNull();
        assertThat(fact.isCheckedOn(TODAY)).isFalse();
      }
    }

    @Test
    void withoutAValueIsUnknownFromThen() {
      assertThat(approve(change(List.of(), null, List.of()), CheckMethod.SELF_DECLARED, "0"))
          .isEqualTo(Fact.UNKNOWN);
    }

    @Test
    void needsADocumentToHaveReadOne() {
      assertThatThrownBy(() -> approve(change(null, List.of()), CheckMethod.DOCUMENT, "1"))
          .hasFieldOrPropertyWithValue("status", 422);
    }

    @Test
    void getsOnlyALevelThatTheWayOfCheckingGives() {
      for (CheckMethod method : CheckMethod.values()) {
        for (Level level : Level.values()) {
          Change change = change(null, A_FILE);
          if (method.gives(level)) {
            assertThat(approve(change, method, level.code()).level()).isEqualTo(level);
          } else {
            assertThatThrownBy(() -> approve(change, method, level.code()))
                .hasFieldOrPropertyWithValue("status", 422);
            assertThat(change.isWaiting()).isTrue();
          }
        }
      }
    }

    @Test
    void onItsLastDayStillHoldsAndTheDayAfterGoesBack() {
      assertThat(approve(change(TODAY, List.of()), CheckMethod.VISIT, "3").isCheckedOn(TODAY))
          .isTrue();
      isRefused(
          "change-expired",
          () -> approve(change(TODAY.minusDays(1), List.of()), CheckMethod.VISIT, "3"));
    }
  }

  @Test
  void nobodyDecidesAboutTheirOwnExceptToTakeItBack() {
    Change own = new Change(UUID.randomUUID(), attribute(), proposal(), FACILITATOR, NOW);
    isRefused("own-change", () -> approve(own, CheckMethod.VISIT, "3"));
    isRefused("own-change", () -> own.reject(FACILITATOR, "No", NOW));
    own.withdraw(FACILITATOR, NOW);
    assertThat(own.status()).isEqualTo(ChangeStatus.WITHDRAWN);
  }

  @Test
  void isDecidedOnce() {
    Map<ChangeStatus, Consumer<Change>> verbs =
        Map.of(
            ChangeStatus.PUBLISHED, it -> approve(it, CheckMethod.VISIT, "3"),
            ChangeStatus.REJECTED, it -> it.reject(FACILITATOR, "Blurred", NOW),
            ChangeStatus.WITHDRAWN, it -> it.withdraw(COORDINATOR, NOW),
            ChangeStatus.REPLACED, it -> it.giveWay(COORDINATOR, NOW));
    verbs.forEach(
        (status, verb) -> {
          Change change = change(null, List.of());
          verb.accept(change);
          assertThat(change.status()).isEqualTo(status);
          assertThat(change.decidedAt()).isEqualTo(NOW);
          verbs.values().forEach(next -> isRefused("change-decided", () -> next.accept(change)));
        });
  }

  @Test
  void theWholeMatrix() {
    for (ChangeStatus from : ChangeStatus.values()) {
      for (ChangeStatus to : ChangeStatus.values()) {
        assertThat(from.mayBecome(to))
            .as(from + " to " + to)
            .isEqualTo(from == ChangeStatus.WAITING && to != ChangeStatus.WAITING);
      }
    }
  }

  private static void isRefused(String code, ThrowingCallable verb) {
    assertThatThrownBy(verb).isInstanceOf(Problem.class).hasFieldOrPropertyWithValue("code", code);
  }

  private static Fact approve(Change change, CheckMethod method, String level) {
    Level given =
        Arrays.stream(Level.values())
            .filter(it -> it.code().equals(level))
            .findFirst()
            .orElseThrow();
    return change.approve(FACILITATOR, method, given, "Sojourn", NOW);
  }

  private static Change change(LocalDate validTo, List<UUID> evidence) {
    return change(List.of("DEMO-2"), validTo, evidence);
  }

  private static Change change(List<String> value, LocalDate validTo, List<UUID> evidence) {
    var proposal = new Proposal(value, null, validTo, null, evidence);
    return new Change(UUID.randomUUID(), attribute(), proposal, COORDINATOR, NOW);
  }

  private static Proposal proposal() {
    return new Proposal(List.of("DEMO-2"), null, null, null, List.of());
  }

  private static Attribute attribute() {
    return new Attribute("demo", null, FactName.LICENCE);
  }
}
