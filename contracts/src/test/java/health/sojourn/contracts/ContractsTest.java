package health.sojourn.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
  private static final Set<String> PERSONAL =
      Set.of("name", "mail", "phone", "address", "birth", "note", "message", "text", "comment");

  static List<Path> schemas() throws IOException {
    return filesEndingWith(".schema.json");
  }

  /** Everything that is about one patient's inquiry, whoever says it. */
  static Stream<Path> schemasAboutAPatient() throws IOException {
    return schemas().stream()
        .filter(file -> file.getFileName().toString().matches("(inquiry|lead|quote|treatment)-.*"));
  }

  @Test
  void every_example_has_a_schema_and_every_schema_an_example() throws IOException {
    List<Path> schemas = schemas();
    assertFalse(schemas.isEmpty());
    assertEquals(
        filesEndingWith(".example.json").stream().map(Path::toString).toList(),
        schemas.stream().map(ContractsTest::example).map(Path::toString).toList());
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void a_schema_is_one_and_says_whose_it_is(Path file) throws IOException {
    JsonNode schema = read(file);
    var metaSchema = SCHEMAS.getSchema(SchemaLocation.of(SchemaId.V202012), STRICT);
    assertEquals(Set.of(), metaSchema.validate(schema));
    String version = file.getParent().getFileName().toString();
    String producer = file.getParent().getParent().getFileName().toString();
    String event = file.getFileName().toString().replace(".schema.json", "");
    assertEquals(
        "urn:sojourn:contract:%s:%s:%s".formatted(producer, event, version),
        schema.path("$id").asText());
    assertEquals("https://json-schema.org/draft/2020-12/schema", schema.path("$schema").asText());
    assertFalse(schema.path("title").asText().isBlank());
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void an_example_fits_its_schema_and_shows_every_property(Path file) throws IOException {
    JsonNode schema = read(file);
    assertEquals(
        Set.of(), SCHEMAS.getSchema(schema, STRICT).validate(read(example(file))), file.toString());
    assertEquals(Set.of(), SCHEMAS.getSchema(closed(schema), STRICT).validate(read(example(file))));
    Set<String> shown = Set.copyOf(names(read(example(file))));
    assertEquals(Set.copyOf(names(schema.path("properties"))), shown, file.toString());
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void every_property_is_described_and_every_text_has_a_limit(Path file) throws IOException {
    for (JsonNode property : properties(read(file))) {
      assertTrue(property.hasNonNull("description"), file + ": " + property);
      if (property.path("type").asText().equals("string")) {
        assertTrue(
            property.has("format") || property.has("pattern") || property.has("maxLength"),
            file + ": " + property);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemasAboutAPatient")
  void about_a_patient_nothing_is_said_in_words(Path file) throws IOException {
    JsonNode schema = read(file);
    for (String name : names(schema.path("properties"))) {
      assertTrue(PERSONAL.stream().noneMatch(name.toLowerCase()::contains), file + ": " + name);
    }
    for (JsonNode property : properties(schema)) {
      if (property.path("type").asText().equals("string")) {
        assertTrue(holdsNoWords(property), file + ": " + property);
      }
    }
  }

  /** An id, a time, a date, one of a list, or a form that neither a sentence nor an e-mail fits. */
  private static boolean holdsNoWords(JsonNode property) {
    if (property.has("enum")
        || Set.of("uuid", "date", "date-time").contains(property.path("format").asText())) {
      return true;
    }
    Pattern form = Pattern.compile(property.path("pattern").asText(".*"));
    return Stream.of("Please call me", "Ana", "ana@example.org", "+49 170 1234567")
        .noneMatch(words -> form.matcher(words).find());
  }

  /** The same schema, with every object refusing what it does not describe. */
  private static JsonNode closed(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    ((ObjectNode) copy).put("additionalProperties", false);
    for (JsonNode property : properties(copy)) {
      if (property.has("properties")) {
        ((ObjectNode) property).put("additionalProperties", false);
      }
    }
    return copy;
  }

  private static List<JsonNode> properties(JsonNode schema) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode property : schema.path("properties")) {
      found.add(property);
      found.addAll(properties(property));
    }
    if (schema.has("items")) {
      found.add(schema.path("items"));
      found.addAll(properties(schema.path("items")));
    }
    return found;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Path example(Path schema) {
    return schema.resolveSibling(
        schema.getFileName().toString().replace(".schema.json", ".example.json"));
  }

  private static JsonNode read(Path file) throws IOException {
    return JSON.readTree(file.toFile());
  }

  private static List<Path> filesEndingWith(String suffix) throws IOException {
    try (Stream<Path> files =
        Files.find(
            Path.of("target/classes/contracts"),
            4,
            (file, attributes) -> file.toString().endsWith(suffix))) {
      return files.sorted().toList();
    }
  }
}
