package health.sojourn.content.article;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import health.sojourn.content.citation.Citation;
import health.sojourn.content.claim.Certainty;
import health.sojourn.content.claim.Claim;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything one version of an article says. It is a value: it is written, stored and shown whole,
 * and another text is another version.
 *
 * @param question what a reader came with; the home page answers it with {@code inShort}
 * @param reviewedAt when an editor last compared it with its sources
 * @param medicalReviewer the clinician who reviewed it; null as long as nobody has
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ArticleText(
    String slug,
    String therapy,
    String language,
    String title,
    String question,
    String author,
    Instant reviewedAt,
    LocalDate reviewDueOn,
    String medicalReviewer,
    List<String> inShort,
    List<Section> sections,
    List<Claim> claims,
    List<Citation> citations,
    List<Evidence> evidence,
    List<Plot> plots,
    List<Trial> trials,
    List<LegalStatus> legalStatus,
    List<Price> prices,
    List<Alternative> alternatives,
    List<String> questions,
    Disclosures disclosures,
    List<Correction> corrections,
    List<Change> changes) {

  public ArticleText {
    inShort = listOf(inShort);
    sections = listOf(sections);
    claims = listOf(claims);
    citations = listOf(citations);
    evidence = listOf(evidence);
    plots = listOf(plots);
    trials = listOf(trials);
    legalStatus = listOf(legalStatus);
    prices = listOf(prices);
    alternatives = listOf(alternatives);
    questions = listOf(questions);
    corrections = listOf(corrections);
    changes = listOf(changes);
  }

  public record Section(String id, String title, List<Block> blocks) {
    public Section {
      blocks = listOf(blocks);
    }
  }

  /**
   * One piece of a section; exactly one of its fields is set, {@code plot} only beside {@code
   * show}.
   *
   * @param text a paragraph; {@code [[id]]} names a source
   * @param claim the id of a claim that is judged here
   * @param show a part of the article that stands here
   */
  public record Block(
      String text, List<String> list, String heading, String claim, Shown show, String plot) {
    public Block {
      list = listOf(list);
    }
  }

  public enum Shown {
    EVIDENCE,
    PLOT,
    TRIALS,
    LAW,
    ALTERNATIVES,
    PRICES,
    QUESTIONS,
    SOURCES,
    DISCLOSURES
  }

  /**
   * What is known about one outcome.
   *
   * @param certaintyText in words, where one step does not say it ("low to moderate")
   */
  public record Evidence(
      String outcome,
      String studies,
      Integer participants,
      String effect,
      Certainty certainty,
      String certaintyText,
      List<String> citationIds) {}

  /** Effects with their 95 % intervals on one scale, and the doubt about that scale. */
  public record Plot(
      String id,
      String title,
      String unit,
      BigDecimal from,
      BigDecimal to,
      BigDecimal step,
      String better,
      String description,
      String doubt,
      List<Effect> rows) {}

  public record Effect(
      String label,
      Integer trials,
      Integer people,
      BigDecimal effect,
      BigDecimal low,
      BigDecimal high,
      List<String> citationIds) {}

  /**
   * One randomised trial.
   *
   * @param dose in million cells, as text, because trials name several
   * @param large whether it is one of those that outweigh the others
   */
  public record Trial(
      String name,
      String country,
      String cells,
      String dose,
      Integer treated,
      Integer control,
      int people,
      String against,
      int months,
      boolean large,
      List<String> citationIds) {}

  /**
   * What the law says in one place.
   *
   * @param country ISO 3166-1 alpha-2; null for a place that is not one country
   * @param checkedOn when the row was last compared with its source; null if nobody has
   */
  public record LegalStatus(
      String place,
      @Schema(pattern = "[A-Z]{2}", maxLength = 2) String country,
      Standing standing,
      String text,
      LocalDate checkedOn,
      Citation.Seen seen,
      List<String> citationIds) {
    public LegalStatus {
      citationIds = listOf(citationIds);
    }
  }

  public enum Standing {
    APPROVED,
    APPROVED_FOR_ANOTHER_USE,
    ONLY_BY_EXCEPTION,
    NOT_APPROVED,
    UNKNOWN
  }

  /** US dollars, as clinics state them; {@code high} is null for "from". */
  public record Price(
      String where, String what, Integer low, Integer high, List<String> citationIds) {}

  public record Alternative(String name, String does, String mind) {}

  public record Disclosures(
      String payment,
      String independence,
      String disclaimer,
      String medicalReview,
      String origin) {}

  public record Correction(LocalDate on, String text) {}

  public record Change(LocalDate on, String text) {}

  public Optional<Claim> claim(String id) {
    return claims.stream().filter(claim -> claim.id().equals(id)).findFirst();
  }

  public Optional<Citation> citation(String id) {
    return citations.stream().filter(citation -> citation.id().equals(id)).findFirst();
  }

  public Optional<Plot> plot(String id) {
    return plots.stream().filter(plot -> plot.id().equals(id)).findFirst();
  }

  public MedicalReview medicalReview() {
    return medicalReviewer == null ? MedicalReview.PENDING : MedicalReview.REVIEWED;
  }

  private static <T> List<T> listOf(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
