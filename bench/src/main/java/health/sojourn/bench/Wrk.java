package health.sojourn.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load generator: requests as fast as they are answered, over a fixed number of connections.
 */
final class Wrk {
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final Pattern BROKEN = Pattern.compile("Socket errors: (.+)");

  private Wrk() {}

  /** Load whose answers nobody judges: a cold process may still refuse some. */
  static void warmUp(String url, int connections, int seconds) {
    Command.output(command(url, connections, seconds));
  }

  /** Requests a second. */
  static double load(String url, int connections, int seconds) {
    return rate(Command.output(command(url, connections, seconds)));
  }

  private static List<String> command(String url, int connections, int seconds) {
    return List.of("wrk", "-t2", "-c" + connections, "-d" + seconds + "s", "--timeout", "10s", url);
  }

  /**
   * @throws IllegalStateException if any answer was not a success: the rate would say nothing
   */
  static double rate(String output) {
    for (Pattern wrong : List.of(REFUSED, BROKEN)) {
      if (wrong.matcher(output).find()) {
        throw new IllegalStateException("Not every request was answered:\n" + output);
      }
    }
    Matcher rate = RATE.matcher(output);
    if (!rate.find()) {
      throw new IllegalStateException("wrk said no rate:\n" + output);
    }
    return Double.parseDouble(rate.group(1));
  }
}
