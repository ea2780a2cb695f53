package health.sojourn.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Takes every mail the platform sends and delivers none: each is a file in {@code mail/}, and a
 * page shows them. It lives in the launcher's own process.
 */
public final class Inbox implements Part {
  private static final int LARGEST_MAIL = 5_000_000;
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS");

  private final Settings settings;
  private final Path mails;
  private final AtomicLong count = new AtomicLong();
  private SMTPServer smtp;
  private HttpServer page;
  private ExecutorService workers;

  Inbox(Settings settings) {
    this.settings = settings;
    this.mails = settings.home().resolve("mail");
  }

  @Override
  public String name() {
    return "mail inbox";
  }

  @Override
  public synchronized void start() throws IOException {
    Files.createDirectories(mails);
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    workers = Executors.newCachedThreadPool(Inbox::daemon);
    smtp =
        SMTPServer.port(settings.ports().smtp())
            .bindAddress(loopback)
            .maxMessageSize(LARGEST_MAIL)
            .executorService(workers)
            .messageHandler((context, from, to, message) -> store(message))
            .build();
    smtp.start();
    page = HttpServer.create(new InetSocketAddress(loopback, settings.ports().mailPage()), 0);
    page.createContext("/", new InboxPage(this));
    page.setExecutor(workers);
    page.start();
  }

  @Override
  public Optional<Child> child() {
    return Optional.empty();
  }

  @Override
  public synchronized void stop() {
    if (smtp != null) {
      smtp.stop();
      page.stop(0);
      workers.shutdownNow();
      smtp = null;
    }
  }

  @Override
  public synchronized boolean isAlive() {
    return smtp != null && smtp.isRunning();
  }

  @Override
  public Path log() {
    return mails;
  }

  /** All mails, newest first. */
  public List<Mail> mails() {
    try (Stream<Path> files = Files.list(mails)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted(Comparator.reverseOrder())
          .map(Inbox::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Mail> mail(String id) {
    return mails().stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  /** A file with its final name is always whole. */
  private void store(byte[] message) {
    String id =
        "%s-%04d"
            .formatted(STAMP.format(ZonedDateTime.now(ZoneOffset.UTC)), count.incrementAndGet());
    try {
      Path partial = Files.write(mails.resolve(id + ".partial"), message);
      Files.move(partial, mails.resolve(id + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mail read(Path file) {
    try {
      return Mail.parse(
          file.getFileName().toString().replace(".eml", ""), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "mail-inbox");
    thread.setDaemon(true);
    return thread;
  }
}
