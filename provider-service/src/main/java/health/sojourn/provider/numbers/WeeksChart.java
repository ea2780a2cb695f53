package health.sojourn.provider.numbers;

import health.sojourn.provider.numbers.ClinicNumbers.Answers;
import health.sojourn.provider.numbers.ClinicNumbers.Week;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The weeks as columns of stacked parts, in the units of the picture. Parts differ in lightness and
 * in their outline, so that they can be told apart without colours.
 *
 * @param top how many inquiries the highest line stands for
 */
record WeeksChart(int top, List<Column> columns) {
  static final int FLOOR = 185;
  private static final int HEIGHT = 120;
  private static final int LEFT = 36;
  private static final int WIDTH = 410;

  /** Fewer would make one inquiry look like many. */
  private static final int LOWEST_TOP = 4;

  /**
   * @param label its Monday; null where there is no room for it
   * @param middle where the label stands
   */
  record Column(String label, int x, int width, int middle, List<Part> parts) {}

  /**
   * @param look the style of the part
   */
  record Part(String look, int y, int height) {}

  static WeeksChart of(List<Week> weeks, Locale locale) {
    DateTimeFormatter days = DateTimeFormatter.ofPattern("d MMM", locale);
    int most = weeks.stream().mapToInt(it -> it.answers().offered()).max().orElse(0);
    int top = Math.max(LOWEST_TOP, most + most % 2);
    int step = WIDTH / Math.max(1, weeks.size());
    List<Column> columns = new ArrayList<>();
    for (int at = 0; at < weeks.size(); at++) {
      int x = LEFT + at * step;
      int width = step * 3 / 4;
      columns.add(
          new Column(
              at % 4 == 0 ? days.format(weeks.get(at).from()) : null,
              x,
              width,
              x + width / 2,
              parts(weeks.get(at).answers(), top)));
    }
    return new WeeksChart(top, columns);
  }

  private static List<Part> parts(Answers answers, int top) {
    List<Part> parts = new ArrayList<>();
    int below = add(parts, "extent", answers.accepted(), 0, top);
    below = add(parts, "extent-large", answers.declined(), below, top);
    below = add(parts, "extent-faint", answers.tooLate(), below, top);
    add(parts, "extent-open", answers.waiting() + answers.takenBack(), below, top);
    return parts;
  }

  private static int add(List<Part> parts, String look, int count, int below, int top) {
    if (count > 0) {
      int upper = y(below + count, top);
      parts.add(new Part(look, upper, y(below, top) - upper));
    }
    return below + count;
  }

  private static int y(int count, int top) {
    return FLOOR - Math.round((float) HEIGHT * count / top);
  }

  public int getHalf() {
    return top / 2;
  }

  public int getFloor() {
    return FLOOR;
  }

  public int getHalfLine() {
    return y(top / 2, top);
  }

  public int getTopLine() {
    return y(top, top);
  }
}
