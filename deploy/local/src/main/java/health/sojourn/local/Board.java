package health.sojourn.local;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Shows how the parts are doing: in a terminal a table that is drawn over itself, otherwise one
 * plain line for each change.
 */
final class Board implements Progress {
  private static final String UP_AND_CLEAR = "\u001b[%dA\u001b[J";

  private record Line(State state, String detail, Instant since, Duration took) {}

  private final PrintStream out;
  private final boolean terminal;
  private final int width;
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private int drawn;
  private boolean pinned = true;

  Board(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    this.width = terminal ? terminalWidth() : Integer.MAX_VALUE;
    if (terminal) {
      keepDrawing();
    }
  }

  @Override
  public synchronized void changed(String part, State state, String detail) {
    Line before = lines.get(part);
    Instant now = Instant.now();
    boolean newStep = before == null || before.state() != state;
    Instant since = newStep ? now : before.since();
    Duration took =
        before != null && before.state() == State.STARTING && state == State.READY
            ? Duration.between(before.since(), now)
            : null;
    Line line = new Line(state, detail, since, took);
    lines.put(part, line);
    if (terminal && pinned) {
      draw();
    } else if (newStep && state != State.WAITING) {
      out.printf("%-18s %s%n", part, describe(line));
      out.flush();
    }
  }

  /** Leaves the table where it is; later changes are plain lines below. */
  synchronized void unpin() {
    if (terminal && pinned) {
      draw();
    }
    pinned = false;
  }

  /** Something longer, below whatever is shown. */
  synchronized void say(String text) {
    out.print(text);
    out.flush();
    drawn = 0;
  }

  /** What stopped everything, unless a part has said it already. */
  synchronized void trouble(String message) {
    boolean shown =
        lines.values().stream()
            .anyMatch(line -> line.state() == State.FAILED && line.detail().equals(message));
    if (!shown) {
      say("%n%s%n%n".formatted(message));
    }
  }

  private synchronized void draw() {
    StringBuilder table = new StringBuilder();
    String back = drawn > 0 ? UP_AND_CLEAR.formatted(drawn) : "";
    drawn = 0;
    for (Map.Entry<String, Line> entry : lines.entrySet()) {
      String text = "  %-18s %s".formatted(entry.getKey(), describe(entry.getValue()));
      for (String row : text.split("\n")) {
        table.append(cut(row)).append('\n');
        drawn++;
      }
    }
    out.print(back + colour(table.toString()));
    out.flush();
  }

  private String describe(Line line) {
    String more = line.detail().isEmpty() ? "" : ": " + line.detail();
    long seconds = Duration.between(line.since(), Instant.now()).toSeconds();
    return switch (line.state()) {
      case READY ->
          line.took() == null
              ? line.state().word
              : "ready in %.1f s".formatted(line.took().toMillis() / 1000.0);
      case STARTING, PREPARING ->
          terminal && seconds > 0
              ? "%s%s, %d s".formatted(line.state().word, more, seconds)
              : line.state().word + more;
      default -> line.state().word + more;
    };
  }

  private String cut(String row) {
    return row.length() < width ? row : row.substring(0, width - 2) + "…";
  }

  private static String colour(String table) {
    return table
        .replaceAll("(?m)^(  .{18}) (ready.*)$", "$1 \u001b[32m$2\u001b[0m")
        .replaceAll("(?m)^(  .{18}) (FAILED.*)$", "$1 \u001b[31m$2\u001b[0m");
  }

  private void keepDrawing() {
    Thread clock =
        new Thread(
            () -> {
              while (tick()) {
                pause();
              }
            },
            "board");
    clock.setDaemon(true);
    clock.start();
  }

  private synchronized boolean tick() {
    if (pinned && !lines.isEmpty()) {
      draw();
    }
    return pinned;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int terminalWidth() {
    try {
      Process size =
          new ProcessBuilder("/bin/sh", "-c", "stty size < /dev/tty")
              .redirectErrorStream(true)
              .start();
      String[] answer = new String(size.getInputStream().readAllBytes()).trim().split(" ");
      return Math.max(40, Integer.parseInt(answer[1]));
    } catch (IOException | RuntimeException e) {
      return 80;
    }
  }
}
