package health.sojourn.local;

import health.sojourn.local.Progress.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Starts again what ended by itself: at once, then after longer and longer pauses. What ends five
 * times within ten minutes is left alone, and says so.
 */
final class Guard {
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int ATTEMPTS = 5;

  private final Platform platform;
  private final Progress progress;
  private final Map<Part, Deque<Instant>> ends = new HashMap<>();
  private final Map<Part, Instant> retryAt = new HashMap<>();

  Guard(Platform platform, Progress progress) {
    this.platform = platform;
    this.progress = progress;
  }

  /** Looks once; to be called again and again. */
  void look() {
    // In the order of starting: what others need comes first.
    for (Part part : platform.parts()) {
      if (platform.isRunning(part) && !part.isAlive()) {
        platform.gone(part);
        ended(part);
      }
    }
    for (Part part : platform.parts()) {
      if (retryAt.containsKey(part) && !Instant.now().isBefore(retryAt.get(part))) {
        retryAt.remove(part);
        restart(part);
      }
    }
  }

  private void restart(Part part) {
    try {
      platform.restart(part);
    } catch (Trouble e) {
      ended(part);
    }
  }

  private void ended(Part part) {
    Instant now = Instant.now();
    Deque<Instant> recent = ends.computeIfAbsent(part, p -> new ArrayDeque<>());
    recent.removeIf(end -> end.isBefore(now.minus(WINDOW)));
    recent.add(now);
    if (recent.size() >= ATTEMPTS) {
      progress.changed(
          part.name(),
          State.FAILED,
          "ended %d times within %d minutes and is left alone. Press Ctrl-C, look into the log, start again.%n%s"
              .formatted(recent.size(), WINDOW.toMinutes(), Child.lastLines(part.log())));
    } else {
      Duration pause = Duration.ofSeconds((1L << recent.size()) - 2);
      progress.changed(
          part.name(),
          State.FAILED,
          "ended by itself; starts again in %d s. Its log: %s"
              .formatted(pause.toSeconds(), part.log()));
      retryAt.put(part, now.plus(pause));
    }
  }
}
