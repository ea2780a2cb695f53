package health.sojourn.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.inject.Singleton;

/** Payloads as the contracts want them: what is unknown is absent, what is not known is ignored. */
@Singleton
class Json {
  private final ObjectMapper mapper;

  Json(ObjectMapper applications) {
    mapper =
        applications
            .copy()
            .setSerializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  String write(Object payload) {
    try {
      return mapper.writeValueAsString(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not writable as JSON: " + payload.getClass(), e);
    }
  }

  <T> T read(String payload, Class<T> type) {
    return read(payload, mapper.constructType(type), type.getSimpleName());
  }

  <T> T read(String payload, TypeReference<T> type) {
    return read(payload, mapper.constructType(type), type.getType().getTypeName());
  }

  private <T> T read(String payload, JavaType type, String name) {
    try {
      return mapper.readValue(payload, type);
    } catch (JsonProcessingException e) {
      // Its own message would quote the payload.
      JsonLocation where = e.getLocation();
      throw new UnreadableEvent(
          "Not readable as %s, line %d, column %d"
              .formatted(name, where.getLineNr(), where.getColumnNr()));
    }
  }
}
