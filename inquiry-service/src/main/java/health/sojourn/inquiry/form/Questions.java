package health.sojourn.inquiry.form;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form's questions in the order of the page, with what to do where one is not answered or the
 * answer can't be read: {@code form/questions.json}, and for Spanish pages {@code
 * <question>.unanswered} in {@code sojourn-fields_es.properties}.
 */
@ApplicationScoped
class Questions {
  private final Map<String, String> advice;
  private final List<String> order;

  Questions(ObjectMapper json) {
    var loader = Thread.currentThread().getContextClassLoader();
    try (var in = loader.getResourceAsStream("form/questions.json")) {
      advice = json.readValue(in, new TypeReference<LinkedHashMap<String, String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    order = new ArrayList<>(advice.keySet());
  }

  Optional<String> advice(String pointer) {
    return Optional.ofNullable(advice.get(field(pointer)));
  }

  /** Where on the page it is asked; what is not a question is at the end. */
  int place(String pointer) {
    int place = order.indexOf(field(pointer));
    return place < 0 ? order.size() : place;
  }

  private static String field(String pointer) {
    return pointer.substring(1).replace('/', '.');
  }
}
