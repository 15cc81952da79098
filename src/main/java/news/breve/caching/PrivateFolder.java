package news.breve.caching;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;

/**
 * A folder whose files only their owner can read, and appear whole or not at all, so that processes
 * may share it. What goes wrong is a {@link StoreException} that names the file.
 */
final class PrivateFolder {
  private final Path path;

  private PrivateFolder(Path path) {
    this.path = path;
  }

  /**
   * Opens, and where it is missing makes, a folder.
   *
   * @throws StoreException if it can't be made or written to
   */
  static PrivateFolder open(Path path) {
    try {
      Files.createDirectories(path, ownerOnly(path, "rwx------"));
    } catch (FileAlreadyExistsException e) {
      throw new StoreException("“" + path + "” is not a folder");
    } catch (IOException e) {
      throw new StoreException("“" + path + "” can't be made: " + reason(e));
    }
    if (!Files.isWritable(path)) {
      throw new StoreException("“" + path + "” can't be written to");
    }
    return new PrivateFolder(path);
  }

  Path file(String name) {
    return path.resolve(name);
  }

  /** Returns what a file holds; empty if there is none. */
  Optional<byte[]> read(String name) {
    try {
      return Optional.of(Files.readAllBytes(file(name)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StoreException("“" + file(name) + "” can't be read: " + reason(e));
    }
  }

  /** Writes a file, in place of what was there. */
  void write(String name, byte[] bytes) {
    try (Draft draft = draft(bytes)) {
      draft.publishAs(file(name));
    }
  }

  /** Writes a file that a failure of the power must not cut short. */
  void writeThrough(String name, byte[] bytes) {
    try (Draft draft = draft(bytes, StandardOpenOption.DSYNC)) {
      draft.publishAs(file(name));
    }
  }

  /** Removes a file, if it is there. */
  void delete(String name) {
    delete(file(name));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StoreException("“" + file + "” can't be removed: " + reason(e));
    }
  }

  /** Removes the files last written before a moment. */
  void deleteOlderThan(Instant moment) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (NoSuchFileException e) {
      // Another process has removed it.
    } catch (IOException e) {
      throw new StoreException("“" + path + "” can't be cleared: " + reason(e));
    }
  }

  /**
   * Writes what will become a file.
   *
   * @param options beside those of a new file
   */
  Draft draft(byte[] bytes, OpenOption... options) {
    Path file = null;
    try {
      file = Files.createTempFile(path, ".new-", "", ownerOnly(path, "rw-------"));
      try (OutputStream out = Files.newOutputStream(file, options)) {
        out.write(bytes);
      }
      return new Draft(file);
    } catch (IOException e) {
      if (file != null) {
        delete(file);
      }
      throw new StoreException("“" + path + "” can't be written to: " + reason(e));
    }
  }

  /** A file that nobody looks for yet. Closing it removes it unless it was published. */
  record Draft(Path path) implements AutoCloseable {
    /** Moves it, at once, to where it is looked for. */
    void publishAs(Path file) {
      try {
        Files.move(path, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new StoreException("“" + file + "” can't be written: " + reason(e));
      }
    }

    @Override
    public void close() {
      delete(path);
    }
  }

  static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  static String reason(IOException e) {
    return e instanceof FileSystemException f && f.getReason() != null
        ? f.getReason()
        : e.getClass().getSimpleName();
  }
}
