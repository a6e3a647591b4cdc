package org.rdpdx.rulebook;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes room in the folders of compiled units, of which there is one for each vocabulary: takes away what was written longest
 * ago, and halves of files that a process left behind when it was killed. No other file is touched.
 */
final class CacheRoom {

    private static final Pattern OURS = Pattern.compile(".+\\.(unit|quick|latest|stamp|part)");
    private static final Pattern FOLDERS = Pattern.compile("units-[0-9a-f]+");

    /** Nobody takes so long to write one. */
    private static final long ABANDONED_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final Path folder;
    private final long mostBytes;
    private final List<Kept> all = new ArrayList<>();
    private long bytes;

    private record Kept(Path file, long size, long changed) {}

    CacheRoom(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    void make() throws IOException {
        for (Path one : folders()) {
            Files.walkFileTree(one, new Listing());
        }
        // measured by the newest file, not by a clock: whoever asks for room has just written one
        long now = all.stream().mapToLong(Kept::changed).max().orElse(0);
        all.sort(Comparator.comparingLong(Kept::changed).thenComparing(Kept::file));
        for (Kept kept : all) {
            boolean part = String.valueOf(kept.file().getFileName()).endsWith(".part");
            if (part ? kept.changed() < now - ABANDONED_MILLIS : bytes > mostBytes) {
                Files.deleteIfExists(kept.file());
                bytes -= kept.size();
            }
        }
    }

    /** That of this vocabulary, and those of others beside it. */
    private List<Path> folders() throws IOException {
        Path above = folder.toAbsolutePath().getParent();
        if (above == null || !isOne(folder)) {
            return List.of(folder);
        }
        try (Stream<Path> beside = Files.list(above)) {
            return beside.filter(CacheRoom::isOne).filter(Files::isDirectory).toList();
        }
    }

    private static boolean isOne(Path path) {
        return FOLDERS.matcher(String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT))
                .matches();
    }

    private final class Listing extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()
                    && OURS.matcher(String.valueOf(file.getFileName())).matches()) {
                all.add(new Kept(
                        file, attributes.size(), attributes.lastModifiedTime().toMillis()));
                bytes += attributes.size();
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) {
            return FileVisitResult.CONTINUE;
        }
    }
}
