package health.sojourn.provider.expiry;

import health.sojourn.http.Page;
import health.sojourn.provider.expiry.ExpiringFacts.Ending;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells facilitators what ends soon, or has ended and still stands there. */
@Path("/catalogue/expiring")
@Produces(MediaType.TEXT_HTML)
public class ExpiryPage {
  private static final int ROWS = 50;

  @Inject ExpiringFacts facts;
  @Inject Clock clock;

  /**
   * @param over whether its last day has passed
   */
  record Row(Ending ending, boolean over) {
    public String address() {
      return "/catalogue/clinics/" + ending.attribute().clinic() + ending.attribute().page();
    }
  }

  @CheckedTemplate(basePath = "expiry", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Expiring(List<Row> rows, String next, String first) implements TemplateInstance {}

  @GET
  @RolesAllowed("facilitator")
  @Operation(hidden = true)
  public TemplateInstance show(@QueryParam("cursor") String cursor) {
    LocalDate today = LocalDate.now(clock);
    Page<Ending> page = facts.page(cursor, ROWS);
    return new Expiring(
        page.items().stream().map(it -> new Row(it, it.lastDay().isBefore(today))).toList(),
        page.next() == null ? null : "/catalogue/expiring?cursor=" + page.next(),
        cursor == null ? null : "/catalogue/expiring");
  }
}
