package health.sojourn.provider.change;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The form in which a fact is proposed, as it was sent. */
public class FactForm {
  @RestForm public String value;
  @RestForm public String gone;
  @RestForm public String unit;
  @RestForm public String validTo;
  @RestForm public String note;
  @RestForm public List<String> evidence;
  @RestForm public String tag;
  @RestForm public FileUpload file;

  /** A browser sends an empty part where no file was chosen. */
  boolean hasFile() {
    return file != null
        && (file.size() > 0 || file.fileName() != null && !file.fileName().isBlank());
  }

  /**
   * @param list whether each line is an entry of its own
   * @param more files that came with the form
   */
  Typed typed(boolean list, List<UUID> more) {
    List<UUID> files = new ArrayList<>();
    if (evidence != null) {
      evidence.stream().filter(FactForm::isId).map(UUID::fromString).forEach(files::add);
    }
    files.addAll(more);
    String text = value == null ? "" : value;
    return new Typed(
        list ? text.lines().toList() : List.of(text),
        "true".equals(gone),
        unit,
        validTo,
        note,
        files);
  }

  private static boolean isId(String text) {
    return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  }
}
