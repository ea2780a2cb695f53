package health.sojourn.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Programs that come as an archive, unpacked once and shared by every platform of a checkout. */
final class Archive {
  private static final int EXECUTABLE = 0100;

  /** What turns an unpacked archive into a usable program. */
  interface Finish {
    void apply(Path directory) throws IOException;
  }

  /** Opens the archive, already decompressed. */
  interface Source {
    InputStream open() throws IOException;
  }

  private Archive() {}

  /**
   * Unpacks and finishes beside the target and renames, so that a directory with that name is
   * always whole; a second process waits for the first.
   */
  static synchronized void unpackOnce(Source source, int leadingNames, Path target, Finish finish)
      throws IOException {
    Files.createDirectories(target.getParent());
    Path lockFile = target.resolveSibling(target.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (Files.isDirectory(target)) {
        return;
      }
      Path partial = target.resolveSibling(target.getFileName() + ".partial");
      delete(partial);
      try (TarArchiveInputStream tar = new TarArchiveInputStream(source.open())) {
        extract(tar, leadingNames, partial);
      }
      finish.apply(partial);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(path);
      }
    }
  }

  private static void extract(TarArchiveInputStream tar, int leadingNames, Path directory)
      throws IOException {
    Files.createDirectories(directory);
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path name = Path.of(entry.getName()).normalize();
      if (name.getNameCount() <= leadingNames || name.startsWith("..") || name.isAbsolute()) {
        continue;
      }
      Path file = directory.resolve(name.subpath(leadingNames, name.getNameCount()));
      if (entry.isDirectory()) {
        Files.createDirectories(file);
        continue;
      }
      Files.createDirectories(file.getParent());
      if (entry.isSymbolicLink()) {
        Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      } else if (entry.isFile()) {
        Files.copy(tar, file);
        if ((entry.getMode() & EXECUTABLE) != 0) {
          file.toFile().setExecutable(true, false);
        }
      }
    }
  }
}
