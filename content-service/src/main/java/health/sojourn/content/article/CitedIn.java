package health.sojourn.content.article;

import health.sojourn.content.article.ArticleText.Block;
import health.sojourn.content.article.ArticleText.Plot;
import health.sojourn.content.article.ArticleText.Section;
import health.sojourn.content.citation.CitedText;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Where an article leans on which source. */
public final class CitedIn {
  private CitedIn() {}

  /** The ids of all sources that the article names anywhere, as often as it does. */
  public static Stream<String> allOf(ArticleText text) {
    return Stream.of(
            ids(text.inShort().stream()),
            text.sections().stream().flatMap(section -> section(text, section)),
            text.claims().stream().flatMap(claim -> claim.sources().stream()),
            text.plots().stream().flatMap(CitedIn::plot))
        .flatMap(ids -> ids);
  }

  /** The sources one section leans on, with the claims and tables that it shows. */
  public static Stream<String> section(ArticleText text, Section section) {
    return section.blocks().stream().flatMap(block -> block(text, block));
  }

  private static Stream<String> block(ArticleText text, Block block) {
    return Stream.of(
            ids(Stream.concat(Stream.ofNullable(block.text()), block.list().stream())),
            Stream.ofNullable(block.claim())
                .flatMap(id -> text.claim(id).stream())
                .flatMap(claim -> claim.sources().stream()),
            shown(text, block))
        .flatMap(ids -> ids);
  }

  private static Stream<String> shown(ArticleText text, Block block) {
    if (block.show() == null) {
      return Stream.of();
    }
    return switch (block.show()) {
      case EVIDENCE -> text.evidence().stream().flatMap(row -> row.citationIds().stream());
      case PLOT -> text.plot(block.plot()).stream().flatMap(CitedIn::plot);
      case TRIALS -> text.trials().stream().flatMap(row -> row.citationIds().stream());
      case LAW -> text.legalStatus().stream().flatMap(row -> row.citationIds().stream());
      case PRICES -> text.prices().stream().flatMap(row -> row.citationIds().stream());
      case ALTERNATIVES -> ids(text.alternatives().stream().map(each -> each.does()));
      case QUESTIONS, SOURCES, DISCLOSURES -> Stream.of();
    };
  }

  private static Stream<String> plot(Plot plot) {
    return Stream.concat(
        plot.rows().stream().map(row -> row.citationIds()).flatMap(Collection::stream),
        CitedText.citationIds(plot.doubt()).stream());
  }

  private static Stream<String> ids(Stream<String> texts) {
    return texts.map(CitedText::citationIds).flatMap(List::stream);
  }
}
