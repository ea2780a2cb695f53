package health.sojourn.content.citation;

import io.quarkus.qute.TemplateExtension;
import java.util.List;

/** {@code cited:parts(text)} for templates. */
@TemplateExtension(namespace = "cited")
class CitedTextExtension {
  private CitedTextExtension() {}

  static List<CitedText.Part> parts(String text) {
    return CitedText.parts(text);
  }

  static List<CitedText.Part> sources(List<String> citationIds) {
    return citationIds.stream().map(id -> new CitedText.Part(null, id)).toList();
  }
}
