package health.sojourn.gateway.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import health.sojourn.gateway.admin.DeadLetters.Kept;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.UUID;

/** What the services could not act on, and having it handled again. */
@Path("/admin/dead-letters")
@Produces(MediaType.TEXT_HTML)
public class DeadLetterPages {
  private final DeadLetters deadLetters;
  private final ObjectReader json;

  DeadLetterPages(DeadLetters deadLetters, ObjectMapper json) {
    this.deadLetters = deadLetters;
    this.json = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  /**
   * @param replayed what was just done, or null
   */
  @CheckedTemplate(basePath = "admin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record DeadLetterList(List<Kept> services, boolean none, Replayed replayed)
      implements TemplateInstance {}

  /**
   * @param payload for reading
   */
  @CheckedTemplate(basePath = "admin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record OneDeadLetter(DeadLetter event, String payload, Replayed replayed)
      implements TemplateInstance {}

  @GET
  @RolesAllowed("admin")
  public TemplateInstance list(
      @QueryParam("replayed") String replayed,
      @QueryParam("handled") @DefaultValue("0") int handled,
      @QueryParam("failed") @DefaultValue("0") int failed,
      @QueryParam("gone") @DefaultValue("0") int gone,
      @QueryParam("away") boolean away) {
    List<Kept> services = deadLetters.list();
    return new DeadLetterList(
        services,
        services.stream().allMatch(kept -> kept.answers() && kept.events().isEmpty()),
        replayed == null ? null : new Replayed(handled, failed, gone, away));
  }

  @POST
  @RolesAllowed("admin")
  public Response replayAll(@FormParam("service") String service) {
    return told("/admin/dead-letters", deadLetters.replayAll(service));
  }

  @GET
  @Path("{service}/{event}")
  @RolesAllowed("admin")
  public TemplateInstance one(
      @PathParam("service") String service,
      @PathParam("event") UUID id,
      @QueryParam("replayed") String replayed,
      @QueryParam("failed") @DefaultValue("0") int failed) {
    DeadLetter event = deadLetters.find(service, id);
    return new OneDeadLetter(
        event,
        readable(event.payload()),
        replayed == null ? null : new Replayed(0, failed, 0, false));
  }

  /** Back to the event if it is still a dead letter, else to the list. */
  @POST
  @Path("{service}/{event}")
  @RolesAllowed("admin")
  public Response replay(@PathParam("service") String service, @PathParam("event") UUID event) {
    Replayed replayed = deadLetters.replay(service, event);
    boolean still = replayed.handled() == 0 && replayed.failed() > 0;
    return told("/admin/dead-letters" + (still ? "/" + service + "/" + event : ""), replayed);
  }

  private static Response told(String path, Replayed replayed) {
    UriBuilder page =
        UriBuilder.fromPath(path)
            .queryParam("replayed", "yes")
            .queryParam("handled", replayed.handled())
            .queryParam("failed", replayed.failed())
            .queryParam("gone", replayed.gone())
            .queryParam("away", replayed.away());
    return Response.seeOther(page.build()).build();
  }

  private String readable(String payload) {
    if (payload == null) {
      return null;
    }
    try {
      return json.readTree(payload).toPrettyString();
    } catch (JsonProcessingException e) {
      return payload;
    }
  }
}
