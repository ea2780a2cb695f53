package health.sojourn.content.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.sojourn.content.publishing.ArticleFiles;
import java.util.function.Consumer;

/** Texts for tests: the first article, and what an author might make of it. */
public final class ArticleTexts {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final StoredText STORED = new StoredText();

  private ArticleTexts() {}

  public static ArticleText first() {
    return ArticleFiles.load("allogeneic-msc-knee/en").text();
  }

  /** The first article after somebody edited it. */
  public static ArticleText firstWith(Consumer<ObjectNode> edit) {
    try {
      ObjectNode tree = (ObjectNode) JSON.readTree(STORED.convertToDatabaseColumn(first()));
      edit.accept(tree);
      return STORED.convertToEntityAttribute(tree.toString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  public static ObjectNode entry(ObjectNode article, String list, String id) {
    for (var each : article.withArray(list)) {
      if (each.path("id").asText().equals(id)) {
        return (ObjectNode) each;
      }
    }
    throw new AssertionError("No " + id + " in " + list);
  }
}
