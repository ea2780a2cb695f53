package health.sojourn.local;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/**
 * A mail that arrived.
 *
 * @param id the name of its file, in order of arrival
 * @param messageId what the sender calls it, the same when it is sent again
 * @param text the readable part, or the HTML's source when there is no other
 */
public record Mail(
    String id,
    String messageId,
    Instant sentAt,
    String from,
    String to,
    String subject,
    String text) {

  static Mail parse(String id, byte[] message) {
    try {
      MimeMessage mime =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
      return new Mail(
          id,
          header(mime, "Message-ID"),
          Optional.ofNullable(mime.getSentDate()).map(Date::toInstant).orElse(Instant.EPOCH),
          header(mime, "From"),
          header(mime, "To"),
          Optional.ofNullable(mime.getSubject()).orElse(""),
          find(mime, "text/plain").or(() -> find(mime, "text/html")).orElse(""));
    } catch (MessagingException e) {
      return new Mail(id, "", Instant.EPOCH, "", "", "(unreadable: " + e.getMessage() + ")", "");
    }
  }

  private static String header(MimeMessage mime, String name) throws MessagingException {
    return Optional.ofNullable(mime.getHeader(name, ", ")).orElse("");
  }

  private static Optional<String> find(Part part, String type) {
    try {
      if (part.isMimeType(type)) {
        return Optional.of(part.getContent().toString());
      }
      if (part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          Optional<String> text = find(parts.getBodyPart(i), type);
          if (text.isPresent()) {
            return text;
          }
        }
      }
      return Optional.empty();
    } catch (MessagingException | IOException e) {
      return Optional.empty();
    }
  }
}
