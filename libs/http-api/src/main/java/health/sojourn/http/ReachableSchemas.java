package health.sojourn.http;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The schemas that a description's calls lead to; what only pages use is none of them. */
final class ReachableSchemas {
  private static final String REF = "#/components/schemas/";

  private final Map<String, Schema> all;
  private final Set<String> reached = new HashSet<>();

  private ReachableSchemas(Map<String, Schema> all) {
    this.all = all;
  }

  /** Removes every other schema from the description's components. */
  static void keepOnly(OpenAPI description) {
    var found = new ReachableSchemas(Map.copyOf(description.getComponents().getSchemas()));
    description
        .getPaths()
        .getPathItems()
        .values()
        .forEach(path -> path.getOperations().values().forEach(found::follow));
    found.all.keySet().stream()
        .filter(name -> !found.reached.contains(name))
        .forEach(description.getComponents()::removeSchema);
  }

  private void follow(Operation call) {
    list(call.getParameters()).forEach(parameter -> follow(parameter.getSchema()));
    if (call.getRequestBody() != null) {
      follow(call.getRequestBody().getContent());
    }
    call.getResponses().getAPIResponses().values().forEach(answer -> follow(answer.getContent()));
  }

  private void follow(Content content) {
    if (content != null) {
      content.getMediaTypes().values().forEach(type -> follow(type.getSchema()));
    }
  }

  private void follow(Schema schema) {
    if (schema == null) {
      return;
    }
    String ref = schema.getRef();
    if (ref != null && ref.startsWith(REF) && reached.add(ref.substring(REF.length()))) {
      follow(all.get(ref.substring(REF.length())));
    }
    follow(schema.getItems());
    follow(schema.getAdditionalPropertiesSchema());
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(this::follow);
    }
    Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
        .map(ReachableSchemas::list)
        .flatMap(Collection::stream)
        .forEach(this::follow);
  }

  private static <T> List<T> list(List<T> listed) {
    return listed == null ? List.of() : listed;
  }
}
