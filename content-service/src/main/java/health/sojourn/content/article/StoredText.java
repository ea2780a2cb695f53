package health.sojourn.content.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * An article's text as it lies in the database. The mapper is its own, so that a change to the
 * API's JSON never makes an old version unreadable.
 */
@Converter
public class StoredText implements AttributeConverter<ArticleText, String> {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @Override
  public String convertToDatabaseColumn(ArticleText text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("An article that cannot be written as JSON", e);
    }
  }

  @Override
  public ArticleText convertToEntityAttribute(String json) {
    try {
      return JSON.readValue(json, ArticleText.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored article that cannot be read", e);
    }
  }
}
