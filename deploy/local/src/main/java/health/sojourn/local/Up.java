package health.sojourn.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** {@code mvn -P up}: starts the platform, shows it, and stops it when interrupted. */
public final class Up {
  private final Board board = new Board(System.out, System.console() != null);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<Platform> platform = new AtomicReference<>();

  private Up() {}

  /**
   * @param args {@code offline=true} when Maven may not download
   */
  public static void main(String... args) throws InterruptedException {
    new Up().run(List.of(args).contains("offline=true"));
  }

  private void run(boolean offline) throws InterruptedException {
    long begin = System.nanoTime();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    try {
      Settings settings = Settings.from(System.getenv(), offline);
      platform.set(new Platform(settings, board));
      platform.get().start();
      board.unpin();
      board.say(
          Welcome.text(
              settings, platform.get().firstAdmin(), Duration.ofNanos(System.nanoTime() - begin)));
    } catch (Trouble e) {
      board.unpin();
      board.trouble(e.getMessage());
      // Not an exception: Maven would bury the message under its own.
      System.exit(1);
    }
    Guard guard = new Guard(platform.get(), board);
    while (!ended.await(1, TimeUnit.SECONDS)) {
      guard.look();
    }
  }

  private void stop() {
    if (platform.get() != null) {
      board.unpin();
      platform.get().stop();
      // A build, or what was just being started.
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
    }
    ended.countDown();
  }
}
