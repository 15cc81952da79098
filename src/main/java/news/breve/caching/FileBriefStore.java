package news.breve.caching;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import news.breve.brief.Brief;

/**
 * Keeps each brief in a file of its own, {@code FOLDER/briefs/ID.json.gz}, which only its owner can
 * read. A file appears whole or not at all, so that processes may share the folder.
 */
public final class FileBriefStore implements BriefStore {
  private static final String SUFFIX = ".json.gz";

  private final Path folder;
  private final Duration timeToLive;
  private final Clock clock;

  /**
   * Opens, and where it is missing makes, the store.
   *
   * @param folder the cache folder; mode 0700 where it is made
   * @param timeToLive how long a brief is kept
   * @throws StoreException if the folder can't be made or written to
   */
  public FileBriefStore(Path folder, Duration timeToLive, Clock clock) {
    this.folder = folder.resolve("briefs");
    this.timeToLive = timeToLive;
    this.clock = clock;
    try {
      Files.createDirectories(this.folder, ownerOnly("rwx------"));
    } catch (FileAlreadyExistsException e) {
      throw new StoreException("“" + folder + "” is not a folder");
    } catch (IOException e) {
      throw new StoreException("“" + folder + "” can't be made: " + reason(e));
    }
    if (!Files.isWritable(this.folder)) {
      throw new StoreException("“" + this.folder + "” can't be written to");
    }
  }

  @Override
  public Optional<Brief> find(String id) {
    try {
      return StoredBrief.decode(Files.readAllBytes(file(id)), id)
          .filter(brief -> StoredBrief.isAlive(brief, timeToLive, clock));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StoreException("“" + file(id) + "” can't be read: " + reason(e));
    }
  }

  @Override
  public void save(Brief brief) {
    Path file = file(brief.id());
    try {
      Path temporary = Files.createTempFile(folder, ".new-", SUFFIX, ownerOnly("rw-------"));
      try {
        Files.write(temporary, StoredBrief.encode(brief));
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new StoreException("“" + file + "” can't be written: " + reason(e));
    }
  }

  private Path file(String id) {
    return folder.resolve(BriefKey.requireId(id) + SUFFIX);
  }

  private FileAttribute<?>[] ownerOnly(String permissions) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException f && f.getReason() != null
        ? f.getReason()
        : e.getClass().getSimpleName();
  }
}
