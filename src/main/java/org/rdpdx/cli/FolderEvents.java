package org.rdpdx.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits until something may have changed below some folders. It is only a bell: what changed is found by looking, so an event
 * that is lost costs time and nothing else.
 */
final class FolderEvents implements Closeable {

    /** An editor that writes a file in several steps is done when nothing has happened for so long. */
    private static final long QUIET_MILLIS = 25;

    /** Who writes without end is not waited for any longer than this many times. */
    private static final int MOST_WAITS = 12;

    /** Where there are no events, or not all of them (network folders), looking must find the change. */
    private static final long LOOK_ANYWAY_MILLIS = 2_000;

    private static final long POLL_MILLIS = 300;

    private final List<Path> roots;
    private final Optional<WatchService> service;

    private FolderEvents(List<Path> roots, Optional<WatchService> service) {
        this.roots = List.copyOf(roots);
        this.service = service;
    }

    /** Begins to listen. */
    static FolderEvents of(List<Path> roots) {
        boolean polled =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
        FolderEvents events = new FolderEvents(roots, polled ? Optional.empty() : service());
        events.listen();
        return events;
    }

    /** As {@link #of}, without the help of the operating system. */
    static FolderEvents polling(List<Path> roots) {
        return new FolderEvents(roots, Optional.empty());
    }

    private static Optional<WatchService> service() {
        try {
            return Optional.of(FileSystems.getDefault().newWatchService());
        } catch (IOException | UnsupportedOperationException none) {
            return Optional.empty();
        }
    }

    /**
     * Waits.
     *
     * @return the files of which something was heard; often none although something changed
     */
    Set<Path> await() throws InterruptedException {
        Set<Path> named = new TreeSet<>();
        if (service.isEmpty()) {
            Thread.sleep(POLL_MILLIS);
            return named;
        }
        try {
            WatchKey key = service.get().poll(LOOK_ANYWAY_MILLIS, TimeUnit.MILLISECONDS);
            for (int waits = 0; key != null && waits < MOST_WAITS; waits++) {
                for (WatchKey next = key; next != null; next = service.get().poll()) {
                    take(next, named);
                }
                key = service.get().poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (key != null) {
                take(key, named);
            }
        } catch (ClosedWatchServiceException closed) {
            throw new IllegalStateException("closed while it is waited for", closed);
        }
        // before anybody looks, so that nothing falls between the two
        listen();
        return named;
    }

    private static void take(WatchKey key, Set<Path> named) {
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.context() instanceof Path name && key.watchable() instanceof Path folder) {
                named.add(folder.resolve(name));
            }
        }
        key.reset();
    }

    /** Listens to every folder that is there; to listen to one again changes nothing. */
    private void listen() {
        if (service.isEmpty()) {
            return;
        }
        roots.forEach(root -> listen(root, service.get()));
    }

    private static void listen(Path root, WatchService listening) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return register(folder, listening);
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failed) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException gone) {
            // it is looked at from time to time anyway
            return;
        }
    }

    private static FileVisitResult register(Path folder, WatchService listening) {
        try {
            folder.register(
                    listening,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            return FileVisitResult.CONTINUE;
        } catch (IOException gone) {
            return FileVisitResult.SKIP_SUBTREE;
        }
    }

    @Override
    public void close() throws IOException {
        if (service.isPresent()) {
            service.get().close();
        }
    }
}
