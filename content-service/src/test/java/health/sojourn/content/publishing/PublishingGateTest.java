package health.sojourn.content.publishing;

import static health.sojourn.content.article.ArticleTexts.entry;
import static health.sojourn.content.article.ArticleTexts.firstWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.sojourn.content.article.ArticleText;
import health.sojourn.content.article.ArticleTexts;
import health.sojourn.content.article.Objection;
import health.sojourn.content.article.Objection.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishingGateTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void theFirstArticlePasses() {
    assertEquals(List.of(), PublishingGate.objections(ArticleTexts.first(), TODAY));
  }

  @Test
  void aClaimWithoutCitationIsRefused() {
    refused(
        Rule.CLAIM_WITHOUT_CITATION,
        "claim-9",
        text -> entry(text, "claims", "claim-9").putArray("reasons").add("Everybody knows it."));
  }

  @Test
  void aClaimThatRestsOnUnseenSourcesMustBeUnverified() {
    Consumer<ObjectNode> onlyUnseen =
        text ->
            entry(text, "claims", "claim-9")
                .putArray("reasons")
                .add("So it is [[source-btm-2024]].");
    refused(Rule.REST_ON_UNSEEN, "claim-9", onlyUnseen);
    assertEquals(
        List.of(),
        PublishingGate.objections(
            firstWith(
                onlyUnseen.andThen(
                    text -> entry(text, "claims", "claim-9").put("stance", "UNVERIFIED"))),
            TODAY));
  }

  @Test
  void aNumberWithoutCitationIsRefused() {
    refused(
        Rule.NUMBER_WITHOUT_CITATION,
        "dose",
        text ->
            entry(text, "sections", "dose")
                .withArray("blocks")
                .addObject()
                .put("text", "It works for 90 of 100 people."));
    refused(
        Rule.NUMBER_WITHOUT_CITATION,
        "Pain at 12 months, against a steroid injection",
        text -> ((ObjectNode) text.withArray("evidence").get(1)).putArray("citationIds"));
    refused(
        Rule.NUMBER_WITHOUT_CITATION,
        "Colombia",
        text -> ((ObjectNode) text.withArray("prices").get(0)).putArray("citationIds"));
  }

  @Test
  void theDigitsInANameAreNotANumber() {
    ArticleText named =
        firstWith(
            text ->
                entry(text, "sections", "dose")
                    .withArray("blocks")
                    .addObject()
                    .put("text", "The cells release IL-10 and PGE2."));
    assertEquals(List.of(), PublishingGate.objections(named, TODAY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"safety", "alternatives", "cost", "law", "disclosures"})
  void aMissingSectionIsRefused(String section) {
    refused(
        Rule.SECTION_MISSING,
        section,
        text -> entry(text, "sections", section).put("id", "something-else"));
  }

  @Test
  void aLegalStatusThatNobodyLookedUpMustBeUnknown() {
    refused(
        Rule.NUMBER_WITHOUT_CITATION,
        "Japan",
        text ->
            text.withArray("legalStatus")
                .forEach(
                    row -> {
                      if (row.path("place").asText().equals("Japan")) {
                        ((ObjectNode) row).put("standing", "APPROVED");
                      }
                    }));
  }

  @Test
  void aCitationThatDoesNotExistIsRefused() {
    refused(
        Rule.CITATION_UNKNOWN,
        "nobody-1999",
        text ->
            entry(text, "sections", "dose")
                .withArray("blocks")
                .addObject()
                .put("text", "It is so [[nobody-1999]]."));
  }

  @Test
  void anIdThatIsTakenIsRefused() {
    refused(
        Rule.DUPLICATE_ID,
        "claim-1",
        text -> text.withArray("claims").add(entry(text, "claims", "claim-1").deepCopy()));
  }

  @Test
  void aClaimThatNoSectionShowsIsRefused() {
    refused(
        Rule.CLAIM_NOT_SHOWN,
        "claim-13",
        text ->
            text.withArray("claims")
                .add(entry(text, "claims", "claim-1").deepCopy().put("id", "claim-13")));
  }

  @Test
  void anAuthorCannotReviewHimself() {
    refused(
        Rule.SELF_REVIEW,
        "The Sojourn editors",
        text -> text.put("medicalReviewer", "The Sojourn editors"));
  }

  @Test
  void aReviewDateInThePastIsRefused() {
    refused(Rule.REVIEW_OVERDUE, "2026-11-21", text -> text.put("reviewDueOn", "2026-11-21"));
  }

  @Test
  void allObjectionsComeAtOnce() {
    ArticleText bad =
        firstWith(
            text -> {
              text.put("reviewDueOn", "2020-01-01");
              entry(text, "claims", "claim-1").putArray("reasons");
              entry(text, "sections", "safety").put("id", "safe");
            });
    Set<Rule> rules =
        PublishingGate.objections(bad, TODAY).stream()
            .map(Objection::rule)
            .collect(Collectors.toSet());
    assertEquals(
        Set.of(Rule.REVIEW_OVERDUE, Rule.CLAIM_WITHOUT_CITATION, Rule.SECTION_MISSING), rules);
  }

  private static void refused(Rule rule, String where, Consumer<ObjectNode> edit) {
    List<Objection> objections = PublishingGate.objections(firstWith(edit), TODAY);
    assertTrue(
        objections.stream().anyMatch(each -> each.rule() == rule && each.where().equals(where)),
        () -> rule + " at " + where + " missing in " + objections);
  }
}
