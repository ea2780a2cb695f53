package health.sojourn.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
  private Settings settings;
  private Inbox inbox;

  @BeforeEach
  void start(@TempDir Path home) throws Exception {
    settings = Settings.forTests(home);
    inbox = new Inbox(settings);
    inbox.start();
  }

  @AfterEach
  void stop() {
    inbox.stop();
  }

  @Test
  void keepsWhatIsSentNewestFirst() throws Exception {
    send("First", "one");
    send("Grüße", "zwei");

    assertEquals("Grüße", inbox.mails().get(0).subject());
    assertEquals("one", inbox.mails().get(1).text().trim());
  }

  @Test
  void tellsWhatTheSenderCallsAMail() throws Exception {
    send("Named", "one");

    Mail mail = inbox.mails().get(0);
    assertTrue(mail.messageId().matches("<\\S+@\\S+>"), mail.messageId());
    String shown = mail.messageId().replace("<", "&lt;").replace(">", "&gt;");
    assertTrue(get("/" + mail.id()).contains(shown));
    assertTrue(get("/api").contains("\"messageId\":\"" + mail.messageId()));
  }

  @Test
  void showsAMailWithWorkingLinksAndNothingElseOfItsMarkup() throws Exception {
    send("Your <b>link</b>", "Open http://localhost:8080/x?a=1&b=2 <script>alert(1)</script>");

    String page = get("/" + inbox.mails().get(0).id());
    assertTrue(page.contains("<a href=\"http://localhost:8080/x?a=1&amp;b=2\">"), page);
    assertTrue(page.contains("Your &lt;b&gt;link&lt;/b&gt;"), page);
    assertFalse(page.contains("<script>"), page);
  }

  @Test
  void listsAllAsJson() throws Exception {
    send("Hello", "there");

    assertTrue(get("/api").contains("\"subject\":\"Hello\""));
    assertTrue(get("/").contains(">Hello</a>"));
  }

  @Test
  void knowsNoFileOutsideItsDirectory() throws Exception {
    assertTrue(get("/..%2f..%2fetc%2fpasswd").contains("There is no such mail"));
  }

  private void send(String subject, String text) throws Exception {
    Properties server = new Properties();
    server.put("mail.smtp.host", "127.0.0.1");
    server.put("mail.smtp.port", "" + settings.ports().smtp());
    MimeMessage message = new MimeMessage(Session.getInstance(server));
    message.setFrom(new InternetAddress("sojourn@example.org"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress("patient@example.org"));
    message.setSubject(subject, "UTF-8");
    message.setText(text, "UTF-8");
    Transport.send(message);
  }

  private String get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + settings.ports().mailPage() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
