package health.sojourn.bench;

import health.sojourn.local.Platform;
import health.sojourn.local.Progress;
import health.sojourn.local.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code mvn -P bench}: starts a platform of its own, measures it against limits of this machine
 * and writes {@code RESULTS.md}. With {@code -Dbench.quick=true} it only shows that everything
 * works, and prints.
 */
public final class Bench {
  /** Each program with the Debian package that has it. */
  private static final Map<String, String> TOOLS =
      Map.of("nginx", "nginx-light", "wrk", "wrk", "pgbench", "postgresql-15");

  private static final List<String> READS =
      List.of(
          "/therapies/allogeneic-msc-knee",
          "/clinics?therapy=allogeneic-msc-knee",
          "/api/v1/clinics?therapy=allogeneic-msc-knee");

  private static final int CONNECTIONS = 32;

  /** Who sends inquiries at the same time. */
  private static final int SENDERS = 8;

  private final boolean quick;
  private final Path root;
  private final Path work;
  private final Path page;

  private Bench(boolean quick, Path root) {
    this.quick = quick;
    this.root = root;
    this.work = root.resolve("bench/target/run");
    this.page = root.resolve("bench/RESULTS.md");
  }

  public static void main(String... args) throws Exception {
    List<String> missing =
        TOOLS.keySet().stream().filter(tool -> Command.find(tool).isEmpty()).sorted().toList();
    if (!missing.isEmpty()) {
      System.err.printf(
          "Missing: %s. On Debian: sudo apt-get install --no-install-recommends %s%n",
          String.join(", ", missing), String.join(" ", missing.stream().map(TOOLS::get).toList()));
      System.exit(1);
    }
    Bench bench =
        new Bench(Boolean.getBoolean("bench.quick"), Path.of(System.getProperty("sojourn.root")));
    if (Boolean.getBoolean("bench.catalogue")) {
      bench.printCatalogue();
    } else {
      bench.run();
    }
  }

  private void run() throws IOException, InterruptedException, SQLException {
    Results results = new Results(machine());
    platform(results);
    new Catalogue(quick, root, work).measure(results, Bench::report);
    System.out.println(results.text());
    if (!quick) {
      results.writeTo(page);
    }
  }

  /** The list of clinics alone, without writing anything. */
  private void printCatalogue() throws IOException, InterruptedException, SQLException {
    Results results = new Results(machine());
    new Catalogue(quick, root, work).measure(results, Bench::report);
    System.out.println(results.text());
  }

  private void platform(Results results) throws IOException, InterruptedException, SQLException {
    Path home = work.resolve("platform");
    Platform.forgetEarlierRun(home);
    try (Platform platform = new Platform(Settings.forTests(home), Bench::report).start()) {
      Map<String, Memory> before = memory(platform);
      results.comparisons("answers/s", reads(platform));
      inquiries(platform, results);
      results.starts(platform.startTimes());
      results.memory(before, memory(platform));
    }
  }

  private List<Comparison> reads(Platform platform) throws IOException, InterruptedException {
    int seconds = quick ? 2 : 5;
    List<Comparison> reads = new ArrayList<>();
    try (Nginx nginx = Nginx.copying(platform.url(), READS, work.resolve("nginx"))) {
      for (String read : READS) {
        String ours = platform.url() + read;
        Wrk.warmUp(ours, CONNECTIONS, quick ? 5 : 10);
        reads.add(
            Comparison.inTurn(
                "`" + read + "` against nginx",
                quick ? 1 : 5,
                () -> Wrk.load(ours, CONNECTIONS, seconds),
                () -> Wrk.load(nginx.url(read), CONNECTIONS, seconds)));
      }
    }
    return reads;
  }

  private void inquiries(Platform platform, Results results)
      throws IOException, InterruptedException, SQLException {
    Database ours = Database.of(platform, "inquiry-service");
    Arrivals arrivals = new Arrivals(ours, Database.of(platform, "provider-service"));
    arrivals.openAllClinics();
    Inquiries inquiries = new Inquiries(platform.url());
    inquiries.load(SENDERS, quick ? 5 : 20);
    arrivals.settle();
    int seconds = quick ? 3 : 10;
    Comparison accepted;
    try (Pgbench limit = Pgbench.on(ours, work.resolve("pgbench"))) {
      accepted =
          Comparison.inTurn(
              "inquiries accepted, against the same inserts by pgbench",
              quick ? 1 : 5,
              () -> inquiries.load(SENDERS, seconds),
              () -> arrivals.calm(() -> limit.load(SENDERS, seconds)));
    }
    results.comparisons("inquiries/s", List.of(accepted));
    arrivals.settle();
    Map<String, Series> took = new LinkedHashMap<>();
    Instant idle = Instant.now();
    inquiries.stream(2, quick ? 10 : 60);
    took.put("idle, 2 a second", arrivals.since(idle));
    double half = accepted.ours().median() / 2;
    Instant busy = Instant.now();
    inquiries.stream(half, quick ? 5 : 30);
    took.put("half load, %.0f a second".formatted(half), arrivals.since(busy));
    results.times("receipt of an inquiry to its clinic's inbox", took);
  }

  private static Map<String, Memory> memory(Platform platform) throws IOException {
    Map<String, Memory> memory = new LinkedHashMap<>();
    for (String service : Platform.SERVICES) {
      memory.put(service, Memory.of(platform.pid(service)));
    }
    return memory;
  }

  private static String machine() throws IOException {
    String processor =
        Files.readString(Path.of("/proc/cpuinfo"))
            .lines()
            .filter(line -> line.startsWith("model name"))
            .findFirst()
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .orElse(System.getProperty("os.arch"));
    String nginx = Command.output(List.of(Command.find("nginx").orElseThrow().toString(), "-v"));
    return "Measured on %s: %d × %s, Linux %s, Java %s, %s, wrk with %d connections."
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            processor,
            System.getProperty("os.version"),
            System.getProperty("java.version"),
            nginx,
            CONNECTIONS);
  }

  private static void report(String part, Progress.State state, String detail) {
    if (state == Progress.State.READY || state == Progress.State.FAILED) {
      System.out.printf("%-18s %s %s%n", part, state, detail);
    }
  }
}
