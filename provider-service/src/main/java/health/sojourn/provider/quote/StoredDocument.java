package health.sojourn.provider.quote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;

/**
 * A record kept whole, as JSON. The mapper is its own, so that a change to the API's JSON never
 * makes an old quote unreadable.
 */
abstract class StoredDocument<T> implements AttributeConverter<T, String> {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Class<T> type;

  StoredDocument(Class<T> type) {
    this.type = type;
  }

  @Override
  public String convertToDatabaseColumn(T document) {
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not writable as JSON: " + type, e);
    }
  }

  @Override
  public T convertToEntityAttribute(String json) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored document can't be read: " + type, e);
    }
  }
}
