package health.sojourn.inquiry.consent;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The texts people agree to or are told. A version never changes once somebody has read it; new
 * words are a new version, beside the old one, under {@code consent/<version>/<language>.json}.
 */
@ApplicationScoped
public class Texts {
  /** What is shown and accepted at present. */
  public static final String IN_FORCE = "2026-11";

  private static final String SHOWN_WITHOUT_TRANSLATION = "en";
  private static final List<String> LANGUAGES = List.of(SHOWN_WITHOUT_TRANSLATION, "es");

  private final List<Text> all;

  Texts(ObjectMapper json) {
    all = LANGUAGES.stream().flatMap(language -> load(json, IN_FORCE, language).stream()).toList();
  }

  /** Whether somebody agrees to it or is told. */
  public enum Sort {
    CONSENT,
    DISCLOSURE
  }

  /**
   * One text.
   *
   * @param kind a {@link Purpose} or a {@link DisclosureKind}
   * @param required nothing is sent without it
   * @param countries it is given for named countries
   * @param to who receives something, or null
   * @param until how long it holds, or null
   * @param takeBack how to take it back, or null
   */
  public record Text(
      String kind,
      Sort sort,
      boolean required,
      boolean countries,
      String version,
      String language,
      String title,
      String text,
      String to,
      String until,
      String takeBack) {}

  /**
   * @param language BCP 47; where there is no translation, English
   */
  public List<Text> inForce(String language) {
    String shown = primary(language);
    String written = LANGUAGES.contains(shown) ? shown : SHOWN_WITHOUT_TRANSLATION;
    return all.stream().filter(text -> text.language().equals(written)).toList();
  }

  public Optional<Text> inForce(String kind, String language) {
    return inForce(language).stream().filter(text -> text.kind().equals(kind)).findFirst();
  }

  /** Whether there are texts in this language, or a variant of it. */
  public boolean writtenIn(String language) {
    return LANGUAGES.contains(primary(language));
  }

  private static String primary(String language) {
    return Locale.forLanguageTag(language).getLanguage();
  }

  private static List<Text> load(ObjectMapper json, String version, String language) {
    String path = "consent/" + version + "/" + language + ".json";
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream(path)) {
      return json.readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
