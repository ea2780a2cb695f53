package health.sojourn.content.publishing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.sojourn.content.article.ArticleText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Articles that come with the service, as files that a person can read and compare. The address
 * {@code slug/language} is a folder; its files are one article in four parts.
 */
public final class ArticleFiles {
  private static final List<String> PARTS =
      List.of("text.yaml", "claims.yaml", "sources.yaml", "tables.yaml");
  // Numbers keep their digits: an interval that ends at 3.20 is not one that ends at 3.2.
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .registerModule(new JavaTimeModule())
          .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private ArticleFiles() {}

  /**
   * An article as it lies there, not yet read: most starts find that they know it already.
   *
   * @param hash of the files' content, which tells this text from every other one
   */
  public record Loaded(String address, List<byte[]> files, String hash) {

    /** A misspelt field is an error: what is not read would be missing on the page. */
    public ArticleText text() {
      try {
        ObjectNode whole = YAML.createObjectNode();
        for (byte[] file : files) {
          whole.setAll((ObjectNode) YAML.readTree(file));
        }
        return YAML.readerFor(ArticleText.class)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .readValue(whole);
      } catch (IOException e) {
        throw new UncheckedIOException("The article " + address + " cannot be read", e);
      }
    }
  }

  public static Loaded load(String address) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<byte[]> files = new ArrayList<>();
      for (String part : PARTS) {
        byte[] file = read("articles/" + address + "/" + part);
        digest.update(file);
        files.add(file);
      }
      return new Loaded(address, List.copyOf(files), HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw new UncheckedIOException("The article " + address + " cannot be read", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] read(String path) throws IOException {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
      if (file == null) {
        throw new IOException("There is no " + path);
      }
      return file.readAllBytes();
    }
  }
}
