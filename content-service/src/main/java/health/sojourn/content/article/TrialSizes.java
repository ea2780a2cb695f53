package health.sojourn.content.article;

import health.sojourn.content.article.ArticleText.Trial;
import java.util.ArrayList;
import java.util.List;

/** The trials as bars, so that their sizes can be compared; in the units of the SVG. */
public record TrialSizes(int width, int height, List<Bar> bars) {
  private static final int WIDTH = 360;
  private static final int MARGIN = 18;
  private static final int ROW = 34;

  public record Bar(Trial trial, double length, int labelY, int y) {}

  static TrialSizes of(List<Trial> trials) {
    int most = trials.stream().mapToInt(Trial::people).max().orElse(1);
    List<Bar> bars = new ArrayList<>();
    for (Trial trial : trials) {
      int top = 6 + bars.size() * ROW;
      double length = Math.round(10.0 * (WIDTH - 2 * MARGIN) * trial.people() / most) / 10.0;
      bars.add(new Bar(trial, length, top + 14, top + 19));
    }
    return new TrialSizes(WIDTH, 6 + bars.size() * ROW + 6, List.copyOf(bars));
  }
}
