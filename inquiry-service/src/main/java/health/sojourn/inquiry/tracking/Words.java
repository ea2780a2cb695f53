package health.sojourn.inquiry.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the tracking page, its API and the mails say, from {@code tracking/words.properties}: the
 * same state has the same words everywhere.
 */
@ApplicationScoped
public class Words {
  private final ResourceBundle bundle = ResourceBundle.getBundle("tracking.words", Locale.ENGLISH);

  /** Whether there is anything to say about it. */
  boolean know(String key) {
    return bundle.containsKey(key);
  }

  /** The words under this key. */
  public String say(String key) {
    return bundle.getString(key);
  }

  /** The words under this key, with the clinic's name put in. */
  public String say(String key, String clinic) {
    String name = clinic == null ? bundle.getString("some-clinic") : clinic;
    String said = bundle.getString(key).replace("{clinic}", name);
    return Character.toUpperCase(said.charAt(0)) + said.substring(1);
  }
}
