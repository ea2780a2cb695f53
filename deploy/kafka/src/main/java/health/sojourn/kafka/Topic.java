package health.sojourn.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A topic of the platform, as the committed list {@code topics} names it.
 *
 * @param compacted keeps the latest record of each key for ever instead of all records for a while
 * @param retention null on a compacted topic
 */
public record Topic(String name, int partitions, boolean compacted, Duration retention) {

  public static List<Topic> all() {
    try (InputStream list = Topic.class.getResourceAsStream("topics")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Topic::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The topic-level settings, by Kafka's names. */
  public Map<String, String> settings() {
    return compacted
        ? Map.of("cleanup.policy", "compact")
        : Map.of("cleanup.policy", "delete", "retention.ms", "" + retention.toMillis());
  }

  private static Topic parse(String line) {
    String[] column = line.trim().split("\\s+");
    boolean compacted = column[2].equals("compact");
    return new Topic(
        column[0],
        Integer.parseInt(column[1]),
        compacted,
        compacted ? null : Duration.ofDays(Long.parseLong(column[3])));
  }
}
