package health.sojourn.gateway.admin;

import health.sojourn.gateway.route.ServiceClient.Answer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** How the services are, on one page. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
public class OverviewPage {
  private final Management management;
  private final Clock clock;

  OverviewPage(Management management, Clock clock) {
    this.management = management;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "admin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Overview(List<ServiceState> services, Instant at) implements TemplateInstance {}

  @GET
  @RolesAllowed("admin")
  public TemplateInstance show() {
    Map<String, CompletableFuture<Answer>> health = management.all("/q/health/ready");
    Map<String, CompletableFuture<Answer>> reconciliation = management.all("/q/reconciliation");
    Instant now = clock.instant();
    List<ServiceState> services =
        management.services().stream()
            .map(
                name ->
                    ServiceState.of(
                        name, health.get(name).join(), reconciliation.get(name).join(), now))
            .toList();
    return new Overview(services, now);
  }
}
