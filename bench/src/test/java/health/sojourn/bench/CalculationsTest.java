package health.sojourn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalculationsTest {
  @Test
  void theMedianIsTheMiddleOrBetweenTheTwoInTheMiddle() {
    assertEquals(3, new Series(List.of(9.0, 1.0, 3.0)).median());
    assertEquals(2.5, new Series(List.of(4.0, 1.0, 3.0, 2.0)).median());
    assertEquals(1, new Series(List.of(4.0, 1.0)).least());
    assertEquals(4, new Series(List.of(4.0, 1.0)).most());
    assertThrows(IllegalArgumentException.class, () -> new Series(List.of()));
  }

  @Test
  void aQuantileIsAValueThatSoManyDoNotExceed() {
    List<Double> hundred = IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList();
    assertEquals(99, new Series(hundred).quantile(0.99));
    assertEquals(50, new Series(hundred).quantile(0.5));
    assertEquals(100, new Series(hundred).quantile(1));
    assertEquals(7, new Series(List.of(7.0)).quantile(0.99));
  }

  @Test
  void bareInsertsCountOnlyIfAllWereDone() {
    assertEquals(4801.5, Pgbench.rate("latency average = 1 ms\ntps = 4801.5 (without initial)"));
    assertThrows(
        IllegalStateException.class,
        () -> Pgbench.rate("client 3 script 0 aborted in command 4\ntps = 3 (without)"));
    assertThrows(IllegalStateException.class, () -> Pgbench.rate("could not connect"));
  }

  @Test
  void aComparisonMeasuresInTurnAndDividesTheMedians() {
    List<String> order = new ArrayList<>();
    Comparison comparison =
        Comparison.inTurn(
            "x",
            2,
            () -> {
              order.add("A");
              return 50;
            },
            () -> {
              order.add("B");
              return 200;
            });
    assertEquals(List.of("A", "B", "A", "B"), order);
    assertEquals(0.25, comparison.ratio());
  }

  @Test
  void aRateCountsOnlyIfEveryAnswerWasASuccess() {
    assertEquals(21234.56, Wrk.rate("  Latency 1ms\nRequests/sec:  21234.56\nTransfer/sec: 1MB"));
    assertThrows(
        IllegalStateException.class,
        () -> Wrk.rate("  Non-2xx or 3xx responses: 3\nRequests/sec: 10.00"));
    assertThrows(
        IllegalStateException.class,
        () -> Wrk.rate("  Socket errors: connect 0, read 1\nRequests/sec: 10.00"));
    assertThrows(IllegalStateException.class, () -> Wrk.rate("unable to connect"));
  }

  @Test
  void memoryIsReadAsTheKernelWritesIt() {
    Memory memory = Memory.parse("00-ff ---p 0 00:00 0 [rollup]\nRss:   2048 kB\nPss:  1024 kB\n");
    assertEquals(new Memory(2_097_152, 1_048_576), memory);
    assertThrows(IllegalArgumentException.class, () -> Memory.parse("Rss: 1 kB\n"));
  }

  @Test
  void whatAPersonWroteAroundTheResultsStays() {
    String page = "Before\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nAfter\n";
    assertEquals(
        "Before\n<!-- measured: begin -->\nnew\n<!-- measured: end -->\nAfter\n",
        Results.replace(page, "new\n"));
    assertThrows(IllegalArgumentException.class, () -> Results.replace("empty", "new"));
  }

  @Test
  void theCopyHasTheHeadersOfTheOriginal() {
    String location =
        Nginx.location(
            "/clinics?country=CO",
            Path.of("/x/answer"),
            Map.of(
                "etag", List.of("\"abc\""),
                "content-length", List.of("5"),
                "content-type", List.of("text/html;charset=UTF-8")));
    assertTrue(location.startsWith("location = /clinics {"), location);
    assertTrue(location.contains("add_header etag \"\\\"abc\\\"\";"), location);
    assertTrue(location.contains("default_type \"text/html;charset=UTF-8\";"), location);
    assertTrue(!location.contains("content-length"), location);
  }
}
