package health.sojourn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process holds in memory, in bytes.
 *
 * @param resident all of it
 * @param proportional what it shares with others counted by its part
 */
record Memory(long resident, long proportional) {
  static Memory of(long pid) throws IOException {
    return parse(Files.readString(Path.of("/proc", "" + pid, "smaps_rollup")));
  }

  /**
   * @param rollup as the kernel writes {@code smaps_rollup}
   */
  static Memory parse(String rollup) {
    return new Memory(kilobytes(rollup, "Rss") * 1024, kilobytes(rollup, "Pss") * 1024);
  }

  Memory plus(Memory other) {
    return new Memory(resident + other.resident, proportional + other.proportional);
  }

  private static long kilobytes(String rollup, String name) {
    Matcher line = Pattern.compile("(?m)^" + name + ":\\s+(\\d+) kB$").matcher(rollup);
    if (!line.find()) {
      throw new IllegalArgumentException("No " + name + " in:\n" + rollup);
    }
    return Long.parseLong(line.group(1));
  }
}
