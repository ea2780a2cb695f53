package health.sojourn.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/**
 * A general headless content system (Strapi, MIT) as it comes, with the same offers in a table of
 * its own on the same server, one row each. It is helped where it can be: prices are whole dollars
 * already, and the columns asked for have indexes. It counts no facets.
 */
final class ContentSystem implements AutoCloseable {
  private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);

  private static final String COPY =
      """
      insert into cms.cms_clinics (document_id, slug, name, country, city, therapy, cell_source,
        legal_basis, price_min, price_max, checked, created_at, updated_at, published_at)
      select md5(o.id::text), c.slug, c.name, c.country, c.city, o.therapy,
        coalesce(max(f.value[1]) filter (where f.name = 'CELL_SOURCE'), 'UNKNOWN'),
        coalesce(max(f.value[1]) filter (where f.name = 'LEGAL_BASIS'), 'UNKNOWN'),
        max((f.value[1]::numeric / rate.units)::int) filter (where f.name = 'PRICE_MIN'),
        max((f.value[1]::numeric / rate.units)::int) filter (where f.name = 'PRICE_MAX'),
        count(*) filter (where f.level in ('CHECKED_WITH_ISSUER', 'CONFIRMED_OR_VISITED')),
        now(), now(), now()
      from clinic c join offer o on o.clinic_slug = c.slug
        left join offer_fact f on f.offer_id = o.id
        left join (values ('USD', 1), ('EUR', 0.86), ('GBP', 0.75), ('CHF', 0.8), ('MXN', 18.6),
          ('COP', 4100), ('TRY', 41), ('THB', 32), ('KRW', 1400), ('JPY', 147))
          as rate (currency, units) on rate.currency = f.unit
      group by o.id, c.slug
      """;

  private final int port;
  private final Process process;

  private ContentSystem(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  static boolean canBeInstalled() {
    return Command.find("npm").isPresent() && Command.find("node").isPresent();
  }

  /**
   * @param source its few files, which name its version
   */
  static ContentSystem of(Database clinics, Path source, Path directory)
      throws IOException, SQLException, InterruptedException {
    copy(source, directory);
    Command.output(
        List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", directory.toString()));
    execute(clinics, "drop schema if exists cms cascade", "create schema cms");
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    ProcessBuilder node =
        new ProcessBuilder("node", "start.js")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("cms.log").toFile());
    node.environment()
        .putAll(
            Map.of(
                "NODE_ENV",
                "production",
                "STRAPI_TELEMETRY_DISABLED",
                "true",
                "CMS_PORT",
                "" + port,
                "CMS_SECRET",
                "only-for-this-measurement",
                "CMS_DATABASE_HOST",
                clinics.host(),
                "CMS_DATABASE_PORT",
                "" + clinics.port(),
                "CMS_DATABASE",
                clinics.name(),
                "CMS_DATABASE_USER",
                clinics.user(),
                "CMS_DATABASE_PASSWORD",
                clinics.password()));
    ContentSystem system = new ContentSystem(port, node.start());
    system.awaitAnswer();
    execute(
        clinics,
        COPY,
        "create index on cms.cms_clinics (country, cell_source, price_min)",
        "analyze cms.cms_clinics");
    return system;
  }

  /** The same filter and the same number of items. */
  String url(ClinicQueries.Filter filter) {
    return address(
        "filters[therapy][$eq]=allogeneic-msc-knee&filters[country][$eq]="
            + filter.country()
            + "&filters[cellSource][$eq]="
            + filter.cellSource()
            + "&filters[priceMin][$lte]="
            + filter.maxPrice()
            + "&sort=checked:desc&pagination[pageSize]=20");
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  private String address(String query) {
    return "http://127.0.0.1:%d/api/clinics?%s"
        .formatted(port, query.replace("[", "%5B").replace("]", "%5D").replace("$", "%24"));
  }

  private void awaitAnswer() {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address("pagination[pageSize]=1"))).build();
    try {
      await("an answer of the content system, else see its cms.log")
          .atMost(STARTS_WITHIN)
          .pollInterval(Duration.ofSeconds(1))
          .failFast(() -> !process.isAlive())
          .ignoreExceptionsInstanceOf(IOException.class)
          .until(() -> client.send(request, BodyHandlers.discarding()).statusCode() == 200);
    } catch (ConditionTimeoutException | TerminalFailureException e) {
      close();
      throw new IllegalStateException("The content system did not start; see its cms.log", e);
    }
  }

  private static void copy(Path source, Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = directory.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.write(target, Files.readAllBytes(file));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void execute(Database database, String... statements) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
