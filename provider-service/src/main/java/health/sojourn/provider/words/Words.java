package health.sojourn.provider.words;

import io.quarkus.qute.TemplateExtension;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * What codes are called, from {@code words.properties}; in templates {@code words:…}. A code
 * without words, such as one another service added since, is shown as it is.
 */
@TemplateExtension(namespace = "words")
public final class Words {
  private static final ResourceBundle WORDS = ResourceBundle.getBundle("words", Locale.ROOT);

  private Words() {}

  /** The words for an enum's constant or a code; empty for null. */
  public static String code(Object code) {
    return code == null ? "" : find("code." + name(code), name(code));
  }

  /** Several codes, with commas. */
  public static String codes(Collection<?> codes) {
    return codes == null ? "" : codes.stream().map(Words::code).collect(Collectors.joining(", "));
  }

  /** What an attribute is called. */
  public static String fact(Object name) {
    return find("fact." + name(name), name(name));
  }

  /** What a dose counts for, such as "each knee". */
  public static String per(Object per) {
    return find("per." + name(per), name(per));
  }

  public static String day(Object day) {
    return find("day." + name(day), name(day));
  }

  /** "Colombia" for {@code CO}. */
  public static String country(String code) {
    return code == null ? "" : new Locale("", code).getDisplayCountry(Locale.ENGLISH);
  }

  /** "German" for {@code de}. */
  public static String language(String tag) {
    return tag == null ? "" : Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
  }

  public static String languages(List<String> tags) {
    return tags == null ? "" : tags.stream().map(Words::language).collect(Collectors.joining(", "));
  }

  /** A sentence with its gaps filled. */
  public static String say(String key, Object... parts) {
    return MessageFormat.format(WORDS.getString(key), parts);
  }

  private static String find(String key, String otherwise) {
    try {
      return MessageFormat.format(WORDS.getString(key), new Object[0]);
    } catch (MissingResourceException e) {
      return otherwise;
    }
  }

  private static String name(Object code) {
    return code instanceof Enum<?> constant ? constant.name() : code.toString();
  }
}
