package health.sojourn.content.publishing;

import health.sojourn.content.article.ArticleText;
import health.sojourn.content.article.ArticleText.Block;
import health.sojourn.content.article.ArticleText.Section;
import health.sojourn.content.article.ArticleText.Standing;
import health.sojourn.content.article.CitedIn;
import health.sojourn.content.article.Objection;
import health.sojourn.content.article.Objection.Rule;
import health.sojourn.content.citation.Citation;
import health.sojourn.content.citation.Citation.Seen;
import health.sojourn.content.citation.CitedText;
import health.sojourn.content.claim.Claim;
import health.sojourn.content.claim.Stance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands between a text and its readers. It looks for everything at once, so that an author
 * gets the whole list. A missing medical review is no objection: the page says so instead.
 */
public final class PublishingGate {
  /** A reader is not to decide without having been offered these. */
  static final List<String> MUST_HAVE =
      List.of("safety", "alternatives", "cost", "law", "disclosures");

  private final ArticleText text;
  private final List<Objection> objections = new ArrayList<>();

  private PublishingGate(ArticleText text) {
    this.text = text;
  }

  /** All objections to publishing that text on that day; empty lets it pass. */
  public static List<Objection> objections(ArticleText text, LocalDate today) {
    PublishingGate gate = new PublishingGate(text);
    gate.lookAtSections();
    gate.lookAtClaims();
    gate.lookAtTables();
    gate.lookAtCitations();
    gate.lookAtReview(today);
    return List.copyOf(gate.objections);
  }

  private void lookAtSections() {
    Set<String> ids = new HashSet<>();
    for (Section section : text.sections()) {
      if (!ids.add(section.id())) {
        object(Rule.DUPLICATE_ID, section.id(), "Give each section an id of its own.");
      }
      for (Block block : section.blocks()) {
        Stream.concat(Stream.ofNullable(block.text()), block.list().stream())
            .forEach(paragraph -> lookAtNumbers(section.id(), paragraph));
      }
    }
    for (String missing : MUST_HAVE) {
      if (!ids.contains(missing)) {
        object(Rule.SECTION_MISSING, missing, "Add the section " + missing + ".");
      }
    }
    text.inShort().forEach(line -> lookAtNumbers("in short", line));
    text.alternatives().forEach(each -> lookAtNumbers(each.name(), each.does()));
  }

  private void lookAtClaims() {
    Set<String> ids = new HashSet<>();
    Set<String> shown = new HashSet<>();
    blocks().map(Block::claim).filter(id -> id != null).forEach(shown::add);
    for (Claim claim : text.claims()) {
      if (!ids.add(claim.id())) {
        object(Rule.DUPLICATE_ID, claim.id(), "Give each claim an id of its own.");
      }
      if (!shown.contains(claim.id())) {
        object(Rule.CLAIM_NOT_SHOWN, claim.id(), "Show the claim in a section.");
      }
      List<String> sources = claim.sources();
      if (sources.isEmpty()) {
        object(Rule.CLAIM_WITHOUT_CITATION, claim.id(), "Name a source in its reasons.");
      } else if (claim.stance() != Stance.UNVERIFIED && !anySeen(sources)) {
        object(Rule.REST_ON_UNSEEN, claim.id(), "Read a source of it, or call it unverified.");
      }
      claim.reasons().forEach(reason -> lookAtNumbers(claim.id(), reason));
    }
  }

  private void lookAtTables() {
    text.evidence().forEach(row -> mustRestOn(row.outcome(), row.citationIds()));
    text.plots()
        .forEach(plot -> plot.rows().forEach(row -> mustRestOn(plot.id(), row.citationIds())));
    text.trials().forEach(trial -> mustRestOn(trial.name(), trial.citationIds()));
    text.prices().forEach(price -> mustRestOn(price.where(), price.citationIds()));
    text.legalStatus().stream()
        .filter(row -> row.standing() != Standing.UNKNOWN)
        .forEach(row -> mustRestOn(row.place(), row.citationIds()));
  }

  private void lookAtCitations() {
    Set<String> known = new HashSet<>();
    for (Citation citation : text.citations()) {
      if (!known.add(citation.id())) {
        object(Rule.DUPLICATE_ID, citation.id(), "Give each source an id of its own.");
      }
    }
    CitedIn.allOf(text)
        .filter(id -> !known.contains(id))
        .distinct()
        .forEach(id -> object(Rule.CITATION_UNKNOWN, id, "Add the source or correct its id."));
  }

  private void lookAtReview(LocalDate today) {
    if (text.author() != null && text.author().equals(text.medicalReviewer())) {
      object(Rule.SELF_REVIEW, text.author(), "Ask somebody else to review it.");
    }
    if (text.reviewDueOn() == null || text.reviewDueOn().isBefore(today)) {
      object(Rule.REVIEW_OVERDUE, "" + text.reviewDueOn(), "Review it and set the next date.");
    }
  }

  private void lookAtNumbers(String where, String paragraph) {
    if (CitedText.statesANumber(paragraph) && CitedText.citationIds(paragraph).isEmpty()) {
      object(Rule.NUMBER_WITHOUT_CITATION, where, "Name the source of: " + paragraph);
    }
  }

  private void mustRestOn(String where, List<String> citationIds) {
    if (citationIds == null || citationIds.isEmpty()) {
      object(Rule.NUMBER_WITHOUT_CITATION, where, "Name the source of this row.");
    } else if (!anySeen(citationIds)) {
      object(Rule.REST_ON_UNSEEN, where, "Read a source of this row, or leave it out.");
    }
  }

  private boolean anySeen(List<String> citationIds) {
    return citationIds.stream()
        .flatMap(id -> text.citation(id).stream())
        .anyMatch(citation -> citation.seen() != Seen.NOT_SEEN);
  }

  private Stream<Block> blocks() {
    return text.sections().stream().flatMap(section -> section.blocks().stream());
  }

  private void object(Rule rule, String where, String advice) {
    objections.add(new Objection(rule, where, advice));
  }
}
