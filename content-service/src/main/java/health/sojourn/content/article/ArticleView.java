package health.sojourn.content.article;

import health.sojourn.content.article.ArticleText.Section;
import health.sojourn.content.citation.Citation;
import health.sojourn.content.claim.Claim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A version as its page shows it: with numbered sources that know where they are used. */
public record ArticleView(ArticleVersion version, Map<String, Source> sources) {

  public record Source(int number, Citation citation, List<Section> usedIn) {}

  public static ArticleView of(ArticleVersion version) {
    ArticleText text = version.text();
    Map<String, Source> sources = new LinkedHashMap<>();
    for (Citation citation : text.citations()) {
      sources.put(citation.id(), new Source(sources.size() + 1, citation, new ArrayList<>()));
    }
    for (Section section : text.sections()) {
      CitedIn.section(text, section)
          .distinct()
          .forEach(id -> sources.get(id).usedIn().add(section));
    }
    return new ArticleView(version, sources);
  }

  public ArticleText text() {
    return version.text();
  }

  /** BCP 47; its page may be read in another one. */
  public String language() {
    return version.language();
  }

  public boolean inForce() {
    return version.status() == ArticleStatus.PUBLISHED;
  }

  public boolean reviewed() {
    return text().medicalReview() == MedicalReview.REVIEWED;
  }

  public Claim claim(String id) {
    return text().claim(id).orElseThrow();
  }

  public ForestPlot plot(String id) {
    return ForestPlot.of(text().plot(id).orElseThrow());
  }

  public TrialSizes trialSizes() {
    return TrialSizes.of(text().trials());
  }
}
