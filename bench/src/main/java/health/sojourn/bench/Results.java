package health.sojourn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The measured part of {@code RESULTS.md}; what a person wrote around it stays. */
final class Results {
  private static final String BEGIN = "<!-- measured: begin -->";
  private static final String END = "<!-- measured: end -->";

  private final StringBuilder text = new StringBuilder();

  Results(String machine) {
    text.append(machine).append("\n");
  }

  void comparisons(String unit, List<Comparison> comparisons) {
    text.append("\n| what | ours (%s) | spread | limit | spread | ratio |\n".formatted(unit));
    text.append("|---|---|---|---|---|---|\n");
    for (Comparison each : comparisons) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.0f | %s | %.0f | %s | **%.4f** |%n",
              each.what(),
              each.ours().median(),
              spread(each.ours()),
              each.limit().median(),
              spread(each.limit()),
              each.ratio()));
    }
  }

  void times(String what, Map<String, Series> times) {
    text.append("\n| %s | p50 | p99 | slowest | of |\n".formatted(what));
    text.append("|---|---|---|---|---|\n");
    times.forEach(
        (load, took) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %.0f ms | %.0f ms | %.0f ms | %d |%n",
                    load,
                    took.median(),
                    took.quantile(0.99),
                    took.most(),
                    took.values().size())));
  }

  void note(String sentence) {
    text.append("\n").append(sentence).append("\n");
  }

  void starts(Map<String, Duration> starts) {
    text.append("\n| part | answered after |\n|---|---|\n");
    starts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            part ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "| %s | %.1f s |%n",
                        part.getKey(),
                        part.getValue().toMillis() / 1000.0)));
  }

  void memory(Map<String, Memory> before, Map<String, Memory> after) {
    text.append(
        "\n| service | after start, RSS (PSS) | after the load, RSS (PSS) |\n|---|---|---|\n");
    before.forEach(
        (name, memory) ->
            text.append("| %s | %s | %s |%n".formatted(name, size(memory), size(after.get(name)))));
    text.append("| together | %s | %s |%n".formatted(size(sum(before)), size(sum(after))));
  }

  void writeTo(Path file) throws IOException {
    Files.writeString(file, replace(Files.readString(file), text.toString()));
  }

  String text() {
    return text.toString();
  }

  static String replace(String page, String measured) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("The page has no place for what is measured");
    }
    return page.substring(0, begin + BEGIN.length()) + "\n" + measured + page.substring(end);
  }

  private static Memory sum(Map<String, Memory> all) {
    return all.values().stream().reduce(new Memory(0, 0), Memory::plus);
  }

  private static String size(Memory memory) {
    return "%d MB (%d)".formatted(memory.resident() / 1_000_000, memory.proportional() / 1_000_000);
  }

  private static String spread(Series series) {
    return String.format(Locale.ROOT, "%.0f–%.0f", series.least(), series.most());
  }
}
