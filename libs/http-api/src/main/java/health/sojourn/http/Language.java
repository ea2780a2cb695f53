package health.sojourn.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** A language that pages and mails are written in. The API speaks English. */
public enum Language {
  ENGLISH("en", "English"),
  SPANISH("es", "Español");

  /** What a page's address names it by: {@code ?lang=es}. */
  public static final String PARAMETER = "lang";

  private static final String KEY = Language.class.getName();

  private final String tag;
  private final String ownName;
  private final Locale locale;

  Language(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
    this.locale = Locale.forLanguageTag(tag);
  }

  /** BCP 47. */
  public String tag() {
    return tag;
  }

  /** As its speakers call it. */
  public String ownName() {
    return ownName;
  }

  public Locale locale() {
    return locale;
  }

  /**
   * Those a reader may choose: {@code sojourn.languages}, with which an operator leaves out one
   * that nobody in the office reads; all without that setting.
   */
  public static List<Language> offered() {
    return Offered.LANGUAGES;
  }

  /** The language a tag such as {@code es} or {@code es-MX} names, if it is offered. */
  public static Optional<Language> named(String tag) {
    if (tag == null) {
      return Optional.empty();
    }
    String primary = tag.strip().split("[-_]", 2)[0];
    return offered().stream().filter(one -> one.tag.equalsIgnoreCase(primary)).findFirst();
  }

  /** The one named in a raw query. One that is unknown or unreadable is none: never an error. */
  public static Optional<Language> inQuery(String query) {
    if (query == null) {
      return Optional.empty();
    }
    return Arrays.stream(query.split("&"))
        .filter(pair -> pair.startsWith(PARAMETER + "="))
        .findFirst()
        .flatMap(pair -> named(pair.substring(PARAMETER.length() + 1)));
  }

  /** The best of an {@code Accept-Language} header (RFC 9110, 12.5.4), else English. */
  public static Language preferred(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return ENGLISH;
    }
    try {
      List<Locale> ours = offered().stream().map(Language::locale).toList();
      Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), ours);
      return best == null ? ENGLISH : named(best.toLanguageTag()).orElse(ENGLISH);
    } catch (IllegalArgumentException e) {
      return ENGLISH;
    }
  }

  /**
   * The language of this request's page: what its address names, else what the caller prefers. Who
   * asks makes the answer depend on it, and the answer's headers say so.
   */
  public static Language of(RoutingContext context) {
    Language known = context.get(KEY);
    if (known != null) {
      return known;
    }
    HttpServerRequest request = context.request();
    Language chosen =
        inQuery(request.query())
            .orElseGet(() -> preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    context.put(KEY, chosen);
    context.addHeadersEndHandler(ignored -> chosen.declare(context.response()));
    return chosen;
  }

  private void declare(HttpServerResponse response) {
    if (!response.headers().contains(HttpHeaders.CONTENT_LANGUAGE)) {
      response.putHeader(HttpHeaders.CONTENT_LANGUAGE, tag);
    }
    Vary.by(response, HttpHeaders.ACCEPT_LANGUAGE);
  }

  /** Read when the first page asks, from the configuration the process runs with. */
  private static final class Offered {
    static final List<Language> LANGUAGES =
        ConfigProvider.getConfig()
            .getOptionalValues("sojourn.languages", String.class)
            .map(tags -> Arrays.stream(values()).filter(one -> tags.contains(one.tag)).toList())
            .orElse(List.of(values()));
  }
}
