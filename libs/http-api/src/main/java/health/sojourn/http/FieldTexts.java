package health.sojourn.http;

/**
 * What a form says about a field's mistake. A {@link FieldError} is written in English where it is
 * found, and so the API answers it. For a page in another language the sentence is found by its
 * code in {@code META-INF/sojourn-fields_es.properties} of every jar: {@code
 * patient.email.wrong-format} for one field (places in a list left out, so {@code
 * consents.textVersion.required}), else {@code wrong-format} for any.
 */
public final class FieldTexts {
  private static final Texts TEXTS = Texts.named("sojourn-fields");

  /** For a code nobody has written about; it says where to look, in the reader's language. */
  private static final String ANY = "any";

  private FieldTexts() {}

  public static String say(FieldError error, Language language) {
    if (language == Language.ENGLISH) {
      return error.detail();
    }
    String field =
        error.pointer().replaceAll("/\\d+(?=/|$)", "").replaceFirst("^/", "").replace('/', '.');
    return TEXTS
        .find(language, field + "." + error.code())
        .or(() -> TEXTS.find(language, error.code()))
        .or(() -> TEXTS.find(language, ANY))
        .orElse(error.detail());
  }
}
