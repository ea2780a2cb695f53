package health.sojourn.content.article;

import static health.sojourn.content.article.ArticleStatus.DRAFT;
import static health.sojourn.content.article.ArticleStatus.IN_REVIEW;
import static health.sojourn.content.article.ArticleStatus.PUBLISHED;
import static health.sojourn.content.article.ArticleStatus.SCHEDULED;
import static health.sojourn.content.article.ArticleStatus.SUPERSEDED;
import static health.sojourn.content.article.ArticleStatus.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import health.sojourn.content.article.ArticleEvent.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArticleStatusTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  /** What may happen to a version, written down a second time. */
  private static final Map<ArticleStatus, Map<ArticleStatus, EventType>> ALLOWED =
      Map.of(
          DRAFT, Map.of(IN_REVIEW, EventType.SUBMITTED),
          IN_REVIEW,
              Map.of(
                  DRAFT, EventType.RETURNED,
                  SCHEDULED, EventType.SCHEDULED,
                  PUBLISHED, EventType.PUBLISHED),
          SCHEDULED, Map.of(DRAFT, EventType.RETURNED, PUBLISHED, EventType.PUBLISHED),
          PUBLISHED, Map.of(SUPERSEDED, EventType.SUPERSEDED, WITHDRAWN, EventType.WITHDRAWN),
          SUPERSEDED, Map.of(),
          WITHDRAWN, Map.of());

  private static final Map<ArticleStatus, Function<ArticleVersion, ArticleEvent>> VERBS =
      Map.of(
          DRAFT, version -> version.returnToDraft(NOW),
          IN_REVIEW, version -> version.submit(NOW),
          SCHEDULED, version -> version.schedule(List.of(), NOW.plusSeconds(60), NOW),
          PUBLISHED, version -> version.publish(List.of(), NOW),
          SUPERSEDED, version -> version.supersededBy(aDraft(), NOW),
          WITHDRAWN, version -> version.withdraw("a mistake", NOW));

  private static final Map<ArticleStatus, List<ArticleStatus>> WAY_TO =
      Map.of(
          DRAFT, List.of(),
          IN_REVIEW, List.of(IN_REVIEW),
          SCHEDULED, List.of(IN_REVIEW, SCHEDULED),
          PUBLISHED, List.of(IN_REVIEW, PUBLISHED),
          SUPERSEDED, List.of(IN_REVIEW, PUBLISHED, SUPERSEDED),
          WITHDRAWN, List.of(IN_REVIEW, PUBLISHED, WITHDRAWN));

  @TestFactory
  List<DynamicTest> everyPairOfStates() {
    List<DynamicTest> pairs = new ArrayList<>();
    for (ArticleStatus from : ArticleStatus.values()) {
      for (ArticleStatus to : ArticleStatus.values()) {
        pairs.add(DynamicTest.dynamicTest(from + " to " + to, () -> walk(from, to)));
      }
    }
    return pairs;
  }

  private static void walk(ArticleStatus from, ArticleStatus to) {
    ArticleVersion version = aDraft();
    WAY_TO.get(from).forEach(step -> VERBS.get(step).apply(version));
    assertEquals(from, version.status());
    EventType expected = ALLOWED.get(from).get(to);
    if (expected == null) {
      assertNull(from.eventTo(to));
      assertThrows(IllegalStateException.class, () -> VERBS.get(to).apply(version));
      assertEquals(from, version.status());
    } else {
      assertEquals(expected, VERBS.get(to).apply(version).type());
      assertEquals(to, version.status());
    }
  }

  @Test
  void aRefusedVersionStaysWhereItIs() {
    ArticleVersion version = aDraft();
    version.submit(NOW);
    List<Objection> gate =
        List.of(new Objection(Objection.Rule.SECTION_MISSING, "safety", "Add it."));
    NotPublishable refused = assertThrows(NotPublishable.class, () -> version.publish(gate, NOW));
    assertEquals(gate, refused.objections());
    assertThrows(NotPublishable.class, () -> version.schedule(gate, NOW, NOW));
    assertEquals(IN_REVIEW, version.status());
    assertNull(version.publishedAt());
  }

  @Test
  void aScheduledVersionKnowsItsTimeUntilItIsReturned() {
    ArticleVersion version = aDraft();
    version.submit(NOW);
    version.schedule(List.of(), NOW.plusSeconds(60), NOW);
    assertNotNull(version.scheduledFor());
    version.returnToDraft(NOW);
    assertNull(version.scheduledFor());
  }

  private static ArticleVersion aDraft() {
    return ArticleVersion.draft(UUID.randomUUID(), ArticleTexts.first(), "hash", 1, NOW);
  }
}
