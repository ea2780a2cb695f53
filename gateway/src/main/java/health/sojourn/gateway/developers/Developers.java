package health.sojourn.gateway.developers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.sojourn.gateway.GatewayConfig;
import health.sojourn.gateway.route.RoutingTable;
import health.sojourn.gateway.route.ServiceDocuments;
import health.sojourn.gateway.route.Upstream;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** For whoever builds on the API: how to begin, and the description of all of it. */
@Path("/")
public class Developers {
  private static final YAMLMapper YAML = new YAMLMapper();

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance start(String publicUrl, int perMinute);
  }

  @Inject GatewayConfig config;
  @Inject RoutingTable table;
  @Inject ServiceDocuments documents;

  @GET
  @Path("developers")
  @PermitAll
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance start() {
    return Templates.start(config.publicUrl().toString(), config.quota().addressPerMinute());
  }

  /**
   * OpenAPI 3.1 of all services, JSON unless YAML is asked for. A service that is away is named,
   * not hidden.
   */
  @GET
  @Path("openapi")
  @PermitAll
  public Response openapi(@HeaderParam(HttpHeaders.ACCEPT) String accept)
      throws JsonProcessingException {
    Map<String, JsonNode> services = documents.all("/openapi?format=json");
    List<String> away =
        table.services().stream()
            .map(Upstream::name)
            .filter(name -> !services.containsKey(name))
            .toList();
    String note = away.isEmpty() ? "" : " Not answering now, and missing here: " + away + ".";
    var merged =
        new MergedDescription("Sojourn", DESCRIPTION + note, config.publicUrl().toString());
    services.forEach((name, document) -> merged.add(name, document.deepCopy()));
    ObjectNode all = merged.document();
    boolean yaml = accept != null && accept.contains("yaml");
    return Response.ok(yaml ? YAML.writeValueAsString(all) : all.toString())
        .type(yaml ? "application/yaml" : MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CACHE_CONTROL, away.isEmpty() ? "public, max-age=60" : "no-store")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }

  private static final String DESCRIPTION =
      "Read articles and clinics, and send inquiries. Errors are RFC 9457 problems; /developers says how to begin.";
}
