package health.sojourn.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Texts found by a key, merged from {@code META-INF/<name>.properties} (English) and {@code
 * META-INF/<name>_es.properties} of every jar: for what is known by a code, such as a problem, a
 * field's mistake or a state. Sentences of a page are message bundles.
 */
public final class Texts {
  private final Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);

  private Texts(String name) {
    for (Language language : Language.values()) {
      String suffix = language == Language.ENGLISH ? "" : "_" + language.tag();
      byLanguage.put(language, merged("META-INF/" + name + suffix + ".properties"));
    }
  }

  public static Texts named(String name) {
    return new Texts(name);
  }

  /** The text in exactly this language. */
  public Optional<String> find(Language language, String key) {
    return Optional.ofNullable(byLanguage.get(language).getProperty(key));
  }

  /** All keys there are in English. */
  Iterable<String> keys() {
    return byLanguage.get(Language.ENGLISH).stringPropertyNames();
  }

  private static Properties merged(String file) {
    Properties texts = new Properties();
    try {
      for (URL one :
          Collections.list(Thread.currentThread().getContextClassLoader().getResources(file))) {
        try (var in = new InputStreamReader(one.openStream(), StandardCharsets.UTF_8)) {
          texts.load(in);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
