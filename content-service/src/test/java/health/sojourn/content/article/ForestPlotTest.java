package health.sojourn.content.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ForestPlotTest {
  private final ArticleText article = ArticleTexts.first();

  @Test
  void everyMarkLiesInItsIntervalAndOnTheDrawing() {
    for (ArticleText.Plot plot : article.plots()) {
      ForestPlot drawn = ForestPlot.of(plot);
      for (ForestPlot.Row row : drawn.rows()) {
        assertTrue(0 < row.low() && row.low() < row.x(), plot.id());
        assertTrue(row.x() < row.high() && row.high() < drawn.width(), plot.id());
        assertTrue(row.y() < drawn.axisY(), plot.id());
      }
    }
  }

  @Test
  void noDifferenceHasALineOnlyWhereItIsOnTheScale() {
    ForestPlot pain = ForestPlot.of(article.plot("pain").orElseThrow());
    // 40 of 50 mm from the left, between margins of 18 on 360.
    assertEquals(277.2, pain.zeroX());
    assertEquals("−13.24", pain.rows().get(0).value());
    assertEquals("−23.28", pain.rows().get(0).from());
    assertEquals("−3.20", pain.rows().get(0).to());
    assertNull(ForestPlot.of(article.plot("side-effects").orElseThrow()).zeroX());
  }
}
