package health.sojourn.gateway.developers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The services' descriptions as one. Only what partners may call is in it: paths under {@code
 * /api/}. Components of the same name and content are one; of the same name and another content
 * each keeps its own, the later one under its service's name.
 */
final class MergedDescription {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode merged = JSON.objectNode();
  private final ObjectNode paths = JSON.objectNode();
  private final ObjectNode components = JSON.objectNode();
  private final ArrayNode tags = JSON.arrayNode();
  private final Set<String> tagNames = new HashSet<>();

  MergedDescription(String title, String text, String publicUrl) {
    merged.put("openapi", "3.1.0");
    merged.putObject("info").put("title", title).put("description", text).put("version", "1");
    merged.putArray("servers").addObject().put("url", publicUrl);
    merged.set("tags", tags);
    merged.set("paths", paths);
    merged.set("components", components);
  }

  /**
   * @param service its name, for components that clash
   * @param description its OpenAPI document; changed by this
   */
  void add(String service, ObjectNode description) {
    Map<String, String> renamed = new HashMap<>();
    description
        .path("components")
        .properties()
        .forEach(kind -> addComponents(service, kind.getKey(), kind.getValue(), renamed));
    description.path("tags").forEach(this::addTag);
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      if (path.getKey().startsWith("/api/")) {
        paths.set(path.getKey(), pointed(path.getValue(), renamed));
      }
    }
  }

  ObjectNode document() {
    return merged;
  }

  private void addComponents(
      String service, String kind, JsonNode entries, Map<String, String> renamed) {
    ObjectNode target = components.withObjectProperty(kind);
    String prefix = "#/components/" + kind + "/";
    // Names first: an entry may point to a later one.
    for (Map.Entry<String, JsonNode> entry : entries.properties()) {
      JsonNode known = target.get(entry.getKey());
      if (known != null && !known.equals(entry.getValue())) {
        renamed.put(
            prefix + entry.getKey(), prefix + capitalised(service) + capitalised(entry.getKey()));
      }
    }
    for (Map.Entry<String, JsonNode> entry : entries.properties()) {
      String own = prefix + entry.getKey();
      String name = renamed.getOrDefault(own, own).substring(prefix.length());
      target.set(name, pointed(entry.getValue(), renamed));
    }
  }

  private void addTag(JsonNode tag) {
    if (tagNames.add(tag.path("name").asText())) {
      tags.add(tag);
    }
  }

  /** The same with every reference to a renamed component following it. */
  private static JsonNode pointed(JsonNode node, Map<String, String> renamed) {
    if (renamed.isEmpty()) {
      return node;
    }
    for (JsonNode holder : node.findParents("$ref")) {
      String reference = holder.path("$ref").asText();
      if (renamed.containsKey(reference)) {
        ((ObjectNode) holder).put("$ref", renamed.get(reference));
      }
    }
    return node;
  }

  private static String capitalised(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
