package health.sojourn.content.article;

import health.sojourn.content.article.ArticleText.Effect;
import health.sojourn.content.article.ArticleText.Plot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Where the marks of a plot lie, in the units of its SVG; as wide as a phone is. */
public record ForestPlot(
    Plot plot, int width, int height, int axisY, List<Row> rows, List<Tick> ticks, Double zeroX) {
  private static final int WIDTH = 360;
  private static final int MARGIN = 18;
  private static final int ROW = 48;

  public record Row(Effect effect, double x, double low, double high, int labelY, int y) {
    public String value() {
      return written(effect.effect());
    }

    /** Where the interval begins. */
    public String from() {
      return written(effect.low());
    }

    /** Where it ends. */
    public String to() {
      return written(effect.high());
    }
  }

  public record Tick(double x, String label) {}

  /** Whether each row pools trials, whose people are counted. */
  public boolean pooled() {
    return plot.rows().stream().allMatch(row -> row.trials() != null && row.people() != null);
  }

  static ForestPlot of(Plot plot) {
    List<Row> rows = new ArrayList<>();
    for (Effect effect : plot.rows()) {
      int top = 8 + rows.size() * ROW;
      rows.add(
          new Row(
              effect,
              x(plot, effect.effect()),
              x(plot, effect.low()),
              x(plot, effect.high()),
              top + 14,
              top + 30));
    }
    int axisY = 8 + rows.size() * ROW;
    List<Tick> ticks = new ArrayList<>();
    for (BigDecimal at = plot.from(); at.compareTo(plot.to()) <= 0; at = at.add(plot.step())) {
      ticks.add(new Tick(x(plot, at), written(at)));
    }
    boolean hasZero = plot.from().signum() < 0 && plot.to().signum() > 0;
    return new ForestPlot(
        plot,
        WIDTH,
        axisY + 44,
        axisY,
        List.copyOf(rows),
        List.copyOf(ticks),
        hasZero ? x(plot, BigDecimal.ZERO) : null);
  }

  private static double x(Plot plot, BigDecimal value) {
    double share =
        (value.doubleValue() - plot.from().doubleValue())
            / (plot.to().doubleValue() - plot.from().doubleValue());
    return Math.round((MARGIN + share * (WIDTH - 2 * MARGIN)) * 10) / 10.0;
  }

  /** With a minus sign, not a hyphen. */
  private static String written(BigDecimal value) {
    return value.toPlainString().replace('-', '−');
  }
}
