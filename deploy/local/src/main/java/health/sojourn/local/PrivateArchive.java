package health.sojourn.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A compressed tar of files that may change while they are read; what it holds is its owner's. */
final class PrivateArchive implements AutoCloseable {
  private static final FileAttribute<Set<PosixFilePermission>> OWN_DIRECTORY = own("rwx------");
  private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE = own("rw-------");
  private static final byte[] ZEROS = new byte[8192];

  private final TarArchiveOutputStream tar;

  PrivateArchive(OutputStream file) throws IOException {
    tar = new TarArchiveOutputStream(new GZIPOutputStream(file, 1 << 16), UTF_8.name());
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
  }

  /**
   * @param wanted is asked with each name below the directory, such as {@code base/5/1249}
   */
  void addTree(Path directory, String as, Predicate<String> wanted) throws IOException {
    List<Path> tree;
    try (Stream<Path> paths = Files.walk(directory)) {
      tree = paths.sorted().toList();
    }
    for (Path path : tree) {
      String name = directory.relativize(path).toString();
      if (name.isEmpty() || wanted.test(name)) {
        add(path, name.isEmpty() ? as : as + "/" + name);
      }
    }
  }

  /** A file that has gone meanwhile is left out. */
  void add(Path path, String name) throws IOException {
    if (Files.isDirectory(path)) {
      tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
      tar.closeArchiveEntry();
      return;
    }
    try (InputStream file = Files.newInputStream(path)) {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      long size = Files.size(path);
      entry.setSize(size);
      tar.putArchiveEntry(entry);
      copy(file, size);
      tar.closeArchiveEntry();
    } catch (NoSuchFileException e) {
      // Databases drop files while they are copied; their log knows.
    }
  }

  void add(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  /** Exactly so many bytes, also of a file that has grown or shrunk. */
  private void copy(InputStream file, long size) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = size;
    while (left > 0) {
      int read = file.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        break;
      }
      tar.write(buffer, 0, read);
      left -= read;
    }
    while (left > 0) {
      int zeros = (int) Math.min(ZEROS.length, left);
      tar.write(ZEROS, 0, zeros);
      left -= zeros;
    }
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }

  /**
   * Unpacks a whole archive, for the owner's eyes only.
   *
   * @throws IOException if it is cut off or no archive
   */
  static void unpack(Path archive, Path directory) throws IOException {
    Files.createDirectories(directory, OWN_DIRECTORY);
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
          throw new IOException("It names a file outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target, OWN_DIRECTORY);
        } else {
          Files.createDirectories(target.getParent(), OWN_DIRECTORY);
          Files.createFile(target, OWN_FILE);
          try (OutputStream out = Files.newOutputStream(target)) {
            tar.transferTo(out);
          }
          force(target);
        }
      }
    }
  }

  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> own(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
