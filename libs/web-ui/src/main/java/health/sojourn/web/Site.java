package health.sojourn.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every page needs to know about where it is shown: {@code cdi:site}. Addresses of static
 * files carry a digest of their content, so that browsers may keep them for a year.
 */
@Named("site")
@ApplicationScoped
public class Site {
  private static final String STATIC = "META-INF/resources";

  @ConfigProperty(name = "sojourn.demo", defaultValue = "false")
  boolean demo;

  @ConfigProperty(name = "sojourn.public-url", defaultValue = "http://localhost:8080")
  String publicUrl;

  private String stylesheet;
  private String script;
  private String htmx;
  private String icon;
  private String world;

  @PostConstruct
  void fingerprint() {
    stylesheet = versioned("/ui/sojourn.css");
    script = versioned("/ui/sojourn.js");
    htmx = versioned("/ui/htmx.min.js");
    icon = versioned("/ui/icon.svg");
    world = versioned("/ui/world.svg");
  }

  /** True where the data is invented; every page says so. */
  public boolean isDemo() {
    return demo;
  }

  /** Without a slash at the end. */
  public String getPublicUrl() {
    return publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
  }

  public String getStylesheet() {
    return stylesheet;
  }

  public String getScript() {
    return script;
  }

  public String getHtmx() {
    return htmx;
  }

  public String getIcon() {
    return icon;
  }

  /** The outlines of the world's land, {@code #land}; see the file for its units and source. */
  public String getWorld() {
    return world;
  }

  private static String versioned(String path) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream file = loader.getResourceAsStream(STATIC + path)) {
      if (file == null) {
        throw new IllegalStateException("Missing static file " + path);
      }
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
      return path + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
