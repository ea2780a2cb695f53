package health.sojourn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets of one installation: made once, kept in files only their owner can read. */
final class Secrets {
  private static final int BYTES = 32;

  private final Path directory;

  Secrets(Path directory) {
    this.directory = directory;
  }

  /** 256 random bits in base64, the same at every call with the same name. */
  synchronized String get(String name) {
    Path file = directory.resolve(name);
    try {
      if (!Files.exists(file)) {
        write(file, random(BYTES));
      }
      return Files.readString(file).trim();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Random bytes in base64, kept nowhere. */
  static String random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }

  private void write(Path file, String secret) throws IOException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, secret);
  }
}
