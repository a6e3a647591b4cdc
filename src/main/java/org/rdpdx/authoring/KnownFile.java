package org.rdpdx.authoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file as it was when it was read. It is written whole or not at all, and not if somebody else wrote it in the meantime.
 *
 * @param path where it is
 * @param text what it held; empty if it was not there
 */
record KnownFile(Path path, Optional<String> text) {

    /** Tells apart what one process writes at once. */
    private static final AtomicLong WRITTEN = new AtomicLong();

    /**
     * Writes it.
     *
     * @return whether it was as it was known; if not, it is left as it is
     * @throws IOException if it cannot be written
     */
    boolean replace(String content) throws IOException {
        Path real = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        Path part = real.resolveSibling(
                ".rdpdx-" + ProcessHandle.current().pid() + "-" + WRITTEN.incrementAndGet() + ".part");
        try {
            Files.writeString(part, content, StandardOpenOption.CREATE_NEW);
            if (text.isEmpty()) {
                Files.move(part, real);
                return true;
            }
            if (!isAsKnown(text.get())) {
                return false;
            }
            keepPermissions(real, part);
            Files.move(part, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (FileAlreadyExistsException somebodyElses) {
            return false;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        if (Files.getFileStore(to).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    private boolean isAsKnown(String known) throws IOException {
        return Files.isRegularFile(path)
                && Arrays.equals(Files.readAllBytes(path), known.getBytes(StandardCharsets.UTF_8));
    }
}
