package health.sojourn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Secrets of one installation: made once, kept in files only their owner can read. */
final class Secrets {
  private static final int BYTES = 32;

  private final Path directory;

  Secrets(Path directory) {
    this.directory = directory;
  }

  /** 256 random bits in letters, digits, - and _, the same at every call with the same name. */
  String word(String name) {
    return get(name, Base64.getUrlEncoder().withoutPadding());
  }

  /** 256 random bits in plain base64, the same at every call with the same name. */
  String key(String name) {
    return get(name, Base64.getEncoder());
  }

  /** What is there under this name, made or not. */
  Optional<String> known(String name) {
    return Files.exists(directory.resolve(name)) ? Optional.of(word(name)) : Optional.empty();
  }

  /** Something to type once, kept nowhere. */
  static String madeUp() {
    return Base64.getUrlEncoder().encodeToString(random(18));
  }

  private synchronized String get(String name, Base64.Encoder encoder) {
    Path file = directory.resolve(name);
    try {
      if (!Files.exists(file)) {
        write(file, encoder.encodeToString(random(BYTES)));
      }
      return Files.readString(file).trim();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return random;
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
