package health.sojourn.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.util.Set;

/**
 * What a task needs, and the trace in which it was scheduled.
 *
 * @param traceparent null unless that trace is recorded
 */
record TaskData(String traceparent, JsonNode value) {

  /** Stores the value as it is; only a recorded trace is put around it. */
  static final class Json implements Serializer {
    private static final Set<String> WITH_TRACE = Set.of("traceparent", "data");

    private final JacksonSerializer json;

    Json(ObjectMapper mapper) {
      json = new JacksonSerializer(mapper);
    }

    @Override
    public byte[] serialize(Object data) {
      if (!(data instanceof TaskData task)) {
        return json.serialize(data);
      }
      if (task.traceparent() == null) {
        return json.serialize(task.value());
      }
      ObjectNode stored = new ObjectMapper().createObjectNode();
      stored.put("traceparent", task.traceparent()).set("data", task.value());
      return json.serialize(stored);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] stored) {
      if (type != TaskData.class || stored == null) {
        return json.deserialize(type, stored);
      }
      JsonNode tree = json.deserialize(JsonNode.class, stored);
      boolean traced = tree.properties().stream().allMatch(it -> WITH_TRACE.contains(it.getKey()));
      return type.cast(
          traced && tree.size() == WITH_TRACE.size()
              ? new TaskData(tree.get("traceparent").asText(), tree.get("data"))
              : new TaskData(null, tree));
    }
  }
}
