package health.sojourn.gateway.developers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The merged description")
class MergedDescriptionTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void keepsBothOfTwoComponentsThatShareOnlyTheirName() throws JsonProcessingException {
    var merged = new MergedDescription("t", "d", "http://x");
    merged.add("content", service("/api/v1/a", "{\"type\":\"string\"}"));
    merged.add("provider", service("/api/v1/b", "{\"type\":\"integer\"}"));
    merged.add("inquiry", service("/api/v1/c", "{\"type\":\"string\"}"));
    JsonNode all = merged.document();
    assertEquals("string", all.at("/components/schemas/Thing/type").asText());
    assertEquals("integer", all.at("/components/schemas/ProviderThing/type").asText());
    assertFalse(all.at("/components/schemas").has("InquiryThing"));
    assertEquals("#/components/schemas/Thing", all.at("/paths/~1api~1v1~1a/get/x/$ref").asText());
    assertEquals(
        "#/components/schemas/ProviderThing", all.at("/paths/~1api~1v1~1b/get/x/$ref").asText());
  }

  private static ObjectNode service(String path, String thing) throws JsonProcessingException {
    return (ObjectNode)
        JSON.readTree(
            """
            {"paths":{"%s":{"get":{"x":{"$ref":"#/components/schemas/Thing"}}}},
             "components":{"schemas":{"Thing":%s,"Holder":{"p":{"$ref":"#/components/schemas/Thing"}}}}}
            """
                .formatted(path, thing));
  }
}
