package health.sojourn.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Refuses some recipients and, as many do, quotes their address in its answer. */
final class StrictMailServer implements AutoCloseable {
  static final String REFUSED = "nobody-";

  private final List<String> mails = new CopyOnWriteArrayList<>();
  private final List<String> refusals = new CopyOnWriteArrayList<>();
  private final SMTPServer server;

  StrictMailServer() {
    try (ServerSocket free = new ServerSocket(0)) {
      server =
          SMTPServer.port(free.getLocalPort())
              .bindAddress(InetAddress.getByName("127.0.0.1"))
              .messageHandlerFactory(Handler::new)
              .build();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getPort();
  }

  /** As they came, headers and all. */
  List<String> mails() {
    return mails;
  }

  List<String> refusals() {
    return refusals;
  }

  @Override
  public void close() {
    server.stop();
  }

  private final class Handler implements MessageHandler {
    Handler(MessageContext context) {}

    @Override
    public void from(String from) {}

    @Override
    public void recipient(String recipient) throws RejectException {
      if (recipient.contains(REFUSED)) {
        refusals.add(recipient);
        throw new RejectException(550, "<" + recipient + ">: no such mailbox");
      }
    }

    @Override
    public String data(InputStream data) throws IOException {
      mails.add(new String(data.readAllBytes(), UTF_8));
      return null;
    }

    @Override
    public void done() {}
  }
}
