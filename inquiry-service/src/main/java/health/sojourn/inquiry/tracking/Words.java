package health.sojourn.inquiry.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * What the tracking page, its API and the mails say, from {@code tracking/words.properties}: the
 * same state has the same words everywhere.
 */
@ApplicationScoped
public class Words {
  private final ResourceBundle bundle = ResourceBundle.getBundle("tracking.words", Locale.ENGLISH);

  /** The words under this key. */
  public String say(String key) {
    return bundle.getString(key);
  }

  /** The words under this key, with the clinic's name put in; without words, the key itself. */
  public String say(String key, String clinic) {
    try {
      String name = clinic == null ? bundle.getString("some-clinic") : clinic;
      String said = bundle.getString(key).replace("{clinic}", name);
      return Character.toUpperCase(said.charAt(0)) + said.substring(1);
    } catch (MissingResourceException e) {
      return key;
    }
  }
}
