package news.breve.caching;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the processes that share a folder agree by: the operating system's locks on parts of one
 * empty file. It takes them back when a process ends, however it ends, so that none is left behind.
 * The first byte is the turn to change something. Each lease has a byte of its own, far beyond the
 * end of the file, which is locked as long as the lease's owner lives and has not let it go.
 *
 * <p>The locks are the process's: closing any channel on the file would give them all back (POSIX,
 * fcntl). So a process opens the file once and keeps it open.
 */
final class FolderLock {
  private static final ConcurrentMap<Path, FolderLock> BY_FILE = new ConcurrentHashMap<>();

  /** A turn takes a millisecond. Who has it for longer was frozen in it. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(2);

  private final Path file;
  private final FileChannel channel;

  /** Threads of one process wait here: to the system they are one. */
  private final ReentrantLock turn = new ReentrantLock();

  private final Map<UUID, FileLock> held = new HashMap<>();

  private FolderLock(Path file) {
    this.file = file;
    try {
      channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
              PrivateFolder.ownerOnly(file, "rw-------"));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Returns the lock of a folder.
   *
   * @throws StoreException if the folder can't be used
   */
  static FolderLock of(Path folder) {
    try {
      return BY_FILE.computeIfAbsent(folder.toRealPath().resolve("lock"), FolderLock::new);
    } catch (IOException e) {
      throw new StoreException("“" + folder + "” can't be found: " + PrivateFolder.reason(e));
    }
  }

  /**
   * Does something while no other thread or process does something in this folder.
   *
   * @throws StoreException if the others don't come to an end
   */
  <T> T inTurn(Supplier<T> action) {
    long start = System.nanoTime();
    try {
      if (!turn.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        throw busy();
      }
      try {
        FileLock lock = waitForTurn(start);
        try {
          return action.get();
        } finally {
          lock.release();
        }
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("“" + file + "” can't be locked: interrupted");
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private FileLock waitForTurn(long start) throws IOException, InterruptedException {
    while (true) {
      FileLock lock = tryLock(0, false);
      if (lock != null) {
        return lock;
      }
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw busy();
      }
      Thread.sleep(PAUSE);
    }
  }

  /** Locks the byte of an owner, for as long as this process lives. */
  synchronized void hold(UUID owner) {
    try {
      FileLock lock = tryLock(place(owner), false);
      if (lock == null) {
        throw busy();
      }
      held.put(owner, lock);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Unlocks the byte of an owner. */
  synchronized void letGo(UUID owner) {
    FileLock lock = held.remove(owner);
    try {
      if (lock != null) {
        lock.release();
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Returns if a living process holds the byte of an owner. */
  synchronized boolean isHeld(UUID owner) {
    if (held.containsKey(owner)) {
      return true;
    }
    // A shared lock: two that ask at once don't take each other for the owner.
    try (FileLock lock = tryLock(place(owner), true)) {
      return lock == null;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private @Nullable FileLock tryLock(long place, boolean shared) throws IOException {
    try {
      return channel.tryLock(place, 1, shared);
    } catch (OverlappingFileLockException e) {
      // Held by this process, through another class loader.
      return null;
    }
  }

  /** 62 random bits, none of which is the turn's. */
  private static long place(UUID owner) {
    return 1 + (owner.getLeastSignificantBits() & Long.MAX_VALUE >>> 1);
  }

  private StoreException busy() {
    return new StoreException("“" + file + "” is locked by another process");
  }

  private StoreException failed(IOException e) {
    return new StoreException("“" + file + "” can't be locked: " + PrivateFolder.reason(e));
  }
}
