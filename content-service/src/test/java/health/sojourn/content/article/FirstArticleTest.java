package health.sojourn.content.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.content.article.ArticleText.Effect;
import health.sojourn.content.article.ArticleText.Standing;
import health.sojourn.content.citation.Citation;
import health.sojourn.content.citation.Citation.Seen;
import health.sojourn.content.claim.Claim;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The first article against the fact sheet it was written from. */
class FirstArticleTest {
  private final ArticleText article = ArticleTexts.first();

  @Test
  void judgesAllTwelveClaimsAsTheFactSheetDoes() {
    assertEquals(
        List.of(
            "CONTESTED LOW",
            "UNVERIFIED VERY_LOW",
            "CONTESTED LOW",
            "UNSUPPORTED VERY_LOW",
            "CONTESTED LOW",
            "CONTESTED VERY_LOW",
            "CONTESTED LOW",
            "UNSUPPORTED VERY_LOW",
            "UNSUPPORTED VERY_LOW",
            "UNSUPPORTED VERY_LOW",
            "SUPPORTED LOW",
            "UNSUPPORTED VERY_LOW"),
        article.claims().stream().map(each -> each.stance() + " " + each.certainty()).toList());
    assertTrue(article.claim("claim-11").orElseThrow().kindOfEvidence().contains("animal"));
  }

  @Test
  void hasAllFourteenSections() {
    assertEquals(14, article.sections().size());
  }

  @Test
  void drawsTheFiguresOfTheFactSheet() {
    assertEquals(
        List.of(
            "-13.24 (-23.28 to -3.20)",
            "-19.24 (-26.31 to -12.18)",
            "-7.22 (-12.97 to -1.47)",
            "-0.66 (-1.09 to -0.23)",
            "24.5 (14.7 to 35.7)",
            "12.5 (4.8 to 22.5)",
            "11.9 (3.5 to 23.5)"),
        article.plots().stream()
            .flatMap(plot -> plot.rows().stream())
            .map(FirstArticleTest::written)
            .toList());
  }

  @Test
  void theTwoLargeTrialsOutweighTheSmallOnes() {
    int large =
        article.trials().stream()
            .filter(each -> each.large())
            .mapToInt(each -> each.people())
            .sum();
    int small =
        article.trials().stream()
            .filter(each -> !each.large())
            .mapToInt(each -> each.people())
            .sum();
    assertEquals(801, large);
    assertEquals(233, small);
    assertTrue(
        article.trials().stream()
            .filter(each -> each.treated() != null)
            .allMatch(each -> each.treated() + each.control() == each.people()));
  }

  @Test
  void keepsTheFourSourcesOfTheOriginAndSaysWhichWereNotSeen() {
    Set<String> notSeen =
        article.citations().stream()
            .filter(each -> each.seen() == Seen.NOT_SEEN)
            .map(Citation::id)
            .collect(Collectors.toSet());
    assertEquals(Set.of("source-jot-2020", "source-btm-2024", "source-josr-2023"), notSeen);
    assertEquals("25822648", article.citation("vega-2015").orElseThrow().pmid());
  }

  @Test
  void addressesAreCleanAndSecure() {
    article.citations().stream()
        .map(Citation::url)
        .filter(url -> url != null)
        .forEach(
            url -> {
              assertTrue(url.startsWith("https://"), url);
              assertFalse(url.contains("?") || url.contains("utm_") || url.contains("#"), url);
            });
  }

  @Test
  void theLawIsUnknownWhereNobodyHasLooked() {
    Set<String> unknown =
        article.legalStatus().stream()
            .filter(row -> row.seen() == Seen.NOT_SEEN)
            .peek(row -> assertEquals(Standing.UNKNOWN, row.standing()))
            .map(row -> row.country())
            .collect(Collectors.toSet());
    assertEquals(Set.of("CO", "PA", "KY", "BS", "AE", "TH", "JP", "GB"), unknown);
    article.legalStatus().stream()
        .filter(row -> row.seen() != Seen.NOT_SEEN)
        .forEach(row -> assertTrue(row.checkedOn() != null, row.place()));
  }

  @Test
  void everyClaimGivesReasonsWithSources() {
    for (Claim claim : article.claims()) {
      assertFalse(claim.sources().isEmpty(), claim.id());
    }
  }

  @Test
  void survivesBeingStored() {
    StoredText stored = new StoredText();
    assertEquals(article, stored.convertToEntityAttribute(stored.convertToDatabaseColumn(article)));
  }

  private static String written(Effect row) {
    return "%s (%s to %s)".formatted(row.effect(), row.low(), row.high());
  }
}
