package health.sojourn.inquiry.desk;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import java.util.Set;

/** Functions for the desk's templates, {@code desk:…}: codes as people say them. */
@TemplateExtension(namespace = "desk")
class Words {
  private static final Set<String> ABBREVIATIONS = Set.of("NSAID", "PRP");

  private Words() {}

  /** {@code NO_LEGAL_BASIS} is said "No legal basis"; empty for null. */
  static String say(Object code) {
    if (code == null) {
      return "";
    }
    if (ABBREVIATIONS.contains(code.toString())) {
      return code.toString();
    }
    String words = code.toString().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  static String country(String code) {
    return new Locale("", code).getDisplayCountry(Locale.ENGLISH);
  }

  static String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
  }
}
