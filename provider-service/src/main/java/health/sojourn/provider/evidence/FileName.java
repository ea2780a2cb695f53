package health.sojourn.provider.evidence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The name of a file somebody sent: shown and sent back, never used to find anything. */
final class FileName {
  private static final int LONGEST = 120;

  private FileName() {}

  /** Without folders and characters that mean something elsewhere; ends as its type does. */
  static String tidy(String sent, FileType type) {
    String name = sent == null ? "" : sent.substring(lastSeparator(sent) + 1);
    String stem =
        name.replaceAll("\\.[^.]*$", "")
            .replaceAll("[^\\p{L}\\p{N} ._-]", "_")
            .replaceAll("^[. ]+|[. ]+$", "");
    String shortened = stem.length() > LONGEST - 5 ? stem.substring(0, LONGEST - 5) : stem;
    return (shortened.isEmpty() ? "evidence" : shortened) + "." + type.ending();
  }

  /** Saved by browsers, never opened in the page's origin (RFC 6266, RFC 8187). */
  static String disposition(String name) {
    String ascii = name.replaceAll("[^A-Za-z0-9 ._-]", "_");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
  }

  private static int lastSeparator(String name) {
    return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
  }
}
