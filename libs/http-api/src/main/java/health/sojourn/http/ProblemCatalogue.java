package health.sojourn.http;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What each problem code means, merged from {@code META-INF/sojourn-problems.properties} of every
 * jar: {@code <code>.title} and {@code <code>.advice}. A service's codes are in its own file.
 */
@Singleton
public class ProblemCatalogue {
  static final String FILE = "META-INF/sojourn-problems.properties";

  /**
   * @param title what went wrong, a short sentence without a full stop
   * @param advice what to do about it
   */
  public record Entry(String code, String title, String advice) {}

  private final Map<String, Entry> entries;

  ProblemCatalogue() {
    Properties texts = new Properties();
    try {
      for (URL file :
          Collections.list(Thread.currentThread().getContextClassLoader().getResources(FILE))) {
        try (var in = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
          texts.load(in);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Entry> read = new TreeMap<>();
    for (String key : texts.stringPropertyNames()) {
      if (key.endsWith(".title")) {
        String code = key.substring(0, key.length() - ".title".length());
        read.put(
            code, new Entry(code, texts.getProperty(key), texts.getProperty(code + ".advice", "")));
      }
    }
    entries = Collections.unmodifiableMap(read);
  }

  /** All codes known here, sorted. */
  public Map<String, Entry> entries() {
    return entries;
  }

  public Optional<Entry> find(String code) {
    return Optional.ofNullable(entries.get(code));
  }

  /** The entry, or one made of the code's own words. */
  Entry describe(String code) {
    return find(code)
        .orElseGet(
            () -> {
              String words = code.replace('-', ' ');
              return new Entry(
                  code, Character.toUpperCase(words.charAt(0)) + words.substring(1), "");
            });
  }
}
