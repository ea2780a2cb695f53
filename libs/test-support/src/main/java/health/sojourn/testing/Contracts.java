package health.sojourn.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The committed contracts under {@code contracts/}, for the tests of both sides: a producer proves
 * that what it writes fits the schema and equals the example, a consumer that it reads the example.
 *
 * <p>A contract is named {@code <producer>/<event>}, such as {@code inquiry/lead-offered}.
 */
public final class Contracts {
  /** As messaging writes and reads: what is unknown is absent, what is not known is ignored. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Contracts() {}

  /** The example as text. */
  public static String example(String contract) {
    return read(contract, "example");
  }

  /** The example as a consumer reads it. */
  public static <T> T example(String contract, Class<T> payload) {
    try {
      return JSON.readValue(example(contract), payload);
    } catch (IOException e) {
      throw new AssertionError(payload + " does not accept the example of " + contract, e);
    }
  }

  /**
   * @param event JSON text, or a record to be written as the outbox would
   */
  public static void assertFits(String contract, Object event) {
    var schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                tree(read(contract, "schema")),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    var violations = schema.validate(tree(event));
    assertTrue(violations.isEmpty(), () -> contract + ": " + violations + " in " + tree(event));
  }

  /**
   * Fits the schema and is the committed example, so that the example is what really travels.
   *
   * @param event JSON text, or a record to be written as the outbox would
   */
  public static void assertEqualsExample(String contract, Object event) {
    assertFits(contract, event);
    assertEquals(tree(example(contract)).toPrettyString(), tree(event).toPrettyString(), contract);
  }

  private static JsonNode tree(Object event) {
    try {
      String text = event instanceof String json ? json : JSON.writeValueAsString(event);
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(String contract, String kind) {
    String[] name = contract.split("/");
    String file = "/contracts/%s/v1/%s.%s.json".formatted(name[0], name[1], kind);
    try (InputStream text = Contracts.class.getResourceAsStream(file)) {
      if (text == null) {
        throw new AssertionError("There is no " + file);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
