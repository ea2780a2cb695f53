package health.sojourn.provider.evidence;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The kinds of files that can be evidence, known by how they begin: what a file's name or its
 * sender says is not believed.
 */
public enum FileType {
  PDF("application/pdf", "pdf", "255044462d"),
  JPEG("image/jpeg", "jpg", "ffd8ff"),
  PNG("image/png", "png", "89504e470d0a1a0a");

  /** As many bytes as are needed to tell. */
  static final int BEGINNING = 8;

  private final String mediaType;
  private final String ending;
  private final byte[] signature;

  FileType(String mediaType, String ending, String signature) {
    this.mediaType = mediaType;
    this.ending = ending;
    this.signature = HexFormat.of().parseHex(signature);
  }

  public String mediaType() {
    return mediaType;
  }

  String ending() {
    return ending;
  }

  static Optional<FileType> of(byte[] beginning) {
    return Arrays.stream(values()).filter(type -> type.begins(beginning)).findFirst();
  }

  private boolean begins(byte[] beginning) {
    return beginning.length >= signature.length
        && Arrays.equals(beginning, 0, signature.length, signature, 0, signature.length);
  }
}
