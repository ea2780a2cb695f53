package health.sojourn.gateway.admin;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.stream.Stream;

/** What an admin looks for in the audit log, as it stands in the address. */
public record AuditFilter(String actor, String act, String inquiry, String from, String to) {

  public boolean empty() {
    return Stream.of(actor, act, inquiry, from, to).allMatch(AuditFilter::empty);
  }

  /** The same filter in another address, for the page that begins after the cursor. */
  URI address(String path, String cursor) {
    UriBuilder address = UriBuilder.fromPath(path);
    add(address, "actor", actor);
    add(address, "act", act);
    add(address, "inquiry", inquiry);
    add(address, "from", from);
    add(address, "to", to);
    add(address, "cursor", cursor);
    return address.build();
  }

  private static void add(UriBuilder address, String name, String value) {
    if (!empty(value)) {
      address.queryParam(name, "{" + name + "}").resolveTemplate(name, value.strip());
    }
  }

  private static boolean empty(String value) {
    return value == null || value.isBlank();
  }
}
