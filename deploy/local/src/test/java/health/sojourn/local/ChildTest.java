package health.sojourn.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
  @TempDir Path home;

  @Test
  void whatAnEarlierLauncherLeftIsFoundAndEnded() {
    Child child = sleeper();
    List<Child> left = Child.leftIn(home);

    assertEquals(List.of(child.pid()), left.stream().map(Child::pid).toList());
    left.get(0).stop();
    assertFalse(child.isAlive());
    assertEquals(List.of(), Child.leftIn(home));
  }

  @Test
  void aProcessWithAReusedIdIsNotOurs() throws Exception {
    Child child = sleeper();
    try {
      Files.writeString(home.resolve("run/sleeper.pid"), child.pid() + " 12345 TERM");
      assertEquals(List.of(), Child.leftIn(home));
    } finally {
      child.kill();
    }
  }

  @Test
  void aPausedProcessAndItsChildrenStandStillUntilResumed() throws Exception {
    Child child =
        Child.start(home, "parent", "TERM", List.of("/bin/sh", "-c", "sleep 60 & wait"), Map.of());
    try {
      ProcessHandle parent = ProcessHandle.of(child.pid()).orElseThrow();
      await().until(() -> parent.descendants().count() == 1);
      long grandchild = parent.descendants().findFirst().orElseThrow().pid();

      child.pause();
      await().until(() -> state(child.pid()) == 'T' && state(grandchild) == 'T');

      child.resume();
      await().until(() -> state(child.pid()) == 'S' && state(grandchild) == 'S');
    } finally {
      ProcessHandle.of(child.pid()).stream()
          .flatMap(ProcessHandle::descendants)
          .forEach(ProcessHandle::destroyForcibly);
      child.kill();
    }
  }

  @Test
  void aPausedProcessIsStoppedInOrder() throws Exception {
    Path heard = home.resolve("heard");
    Path ready = home.resolve("ready");
    String script = "trap 'echo yes > %s; exit' TERM; echo > %s; while :; do sleep 0.1; done";
    Child child =
        Child.start(
            home,
            "listener",
            "TERM",
            List.of("/bin/sh", "-c", script.formatted(heard, ready)),
            Map.of());
    await().until(() -> Files.exists(ready));
    child.pause();

    child.stop();

    assertFalse(child.isAlive());
    assertTrue(Files.exists(heard), "it heard the signal");
  }

  @Test
  void whoEndsWhileStartingIsReportedWithItsLastLines() {
    Child child =
        Child.start(
            home, "liar", "TERM", List.of("/bin/sh", "-c", "echo no luck; exit 1"), Map.of());

    Trouble trouble =
        assertThrows(
            Trouble.class, () -> child.awaitReady("The liar", () -> false, Duration.ofSeconds(20)));
    assertTrue(trouble.getMessage().contains("The liar ended while starting"));
    assertTrue(trouble.getMessage().contains("no luck"));
  }

  @Test
  void aTakenPortIsNamedWithItsHolder() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertFalse(Ports.isFree(socket.getLocalPort()));
      String holder = PortHolder.describe(socket.getLocalPort());
      assertTrue(holder.contains("process " + ProcessHandle.current().pid()), holder);
    }
  }

  @Test
  void aSecretIsMadeOnceAndOnlyItsOwnersToRead() throws Exception {
    Secrets secrets = new Secrets(home.resolve("secrets"));
    String secret = secrets.key("master-key");

    assertEquals(secret, new Secrets(home.resolve("secrets")).key("master-key"));
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(home.resolve("secrets/master-key")));
  }

  @Test
  void twoLaunchersDoNotShareADirectory() {
    try (Home first = new Home(home)) {
      first.take();
      Home second = new Home(home);
      Trouble trouble = assertThrows(Trouble.class, second::take);
      assertTrue(trouble.getMessage().contains("already running"), trouble.getMessage());
    }
  }

  /** As the kernel writes it: S sleeps, T is stopped. */
  private static char state(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Child sleeper() {
    return Child.start(home, "sleeper", "TERM", List.of("sleep", "60"), Map.of());
  }
}
