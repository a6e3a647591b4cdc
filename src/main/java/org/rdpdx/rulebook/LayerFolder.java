package org.rdpdx.rulebook;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.knowledge.Layer;

/** A folder of rules that somebody works on: looked at often, and of its files only those read that may have changed. */
final class LayerFolder {

    /** A file that was changed so shortly before the newest may have been changed again without its time showing it. */
    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** How a file looks; two that look alike may still differ. */
    private record Look(long size, long changed, @Nullable Object key) {}

    private static final class Read {
        private final Look look;
        private final byte[] content;

        Read(Look look, byte[] content) {
            this.look = look;
            this.content = content;
        }
    }

    private final Path folder;
    private SortedMap<String, Read> files = new TreeMap<>();
    private long newest = Long.MIN_VALUE;

    LayerFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Looks at all files again.
     *
     * @param named files that are read whatever they look like
     * @param changed takes the paths inside the folder of files that are new, gone or different
     * @param problems takes what is wrong with the folder
     */
    Layer look(Collection<Path> named, Set<String> changed, List<Problem> problems) {
        Path root = root();
        SortedMap<String, Read> now = new TreeMap<>();
        if (Files.isDirectory(root)) {
            Walk walk = new Walk(root, now, absolute(named), problems);
            try {
                Files.walkFileTree(root, walk);
            } catch (IOException unreadable) {
                problems.add(cannotRead(root, unreadable));
            }
            newest = walk.newest;
        } else {
            problems.add(Problem.of(ProblemCode.NO_SUCH_FILE, Place.startOf(folder.toString())));
        }
        compare(now, changed);
        files = now;
        SortedMap<String, byte[]> contents = new TreeMap<>();
        now.forEach((path, read) -> contents.put(path, read.content));
        return new Layer(root.toString(), contents);
    }

    /** Where its files stand. */
    Path root() {
        return Layer.root(folder);
    }

    private static Set<Path> absolute(Collection<Path> paths) {
        Set<Path> absolute = new TreeSet<>();
        paths.forEach(path -> absolute.add(path.toAbsolutePath().normalize()));
        return absolute;
    }

    private static Problem cannotRead(Path file, IOException failed) {
        return Problem.of(
                ProblemCode.CANNOT_READ,
                Place.startOf(file.toString()),
                failed.getClass().getSimpleName());
    }

    private void compare(SortedMap<String, Read> now, Set<String> changed) {
        now.forEach((path, read) -> {
            Read before = files.get(path);
            if (before == null || !Arrays.equals(before.content, read.content)) {
                changed.add(path);
            }
        });
        files.keySet().stream().filter(path -> !now.containsKey(path)).forEach(changed::add);
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final SortedMap<String, Read> found;
        private final Set<Path> named;
        private final List<Problem> problems;
        private long newest = LayerFolder.this.newest;

        Walk(Path root, SortedMap<String, Read> found, Set<Path> named, List<Problem> problems) {
            this.root = root;
            this.found = found;
            this.named = named;
            this.problems = problems;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String path = root.relativize(file).toString().replace('\\', '/');
            if (Layer.isForeign(path) || !Files.isRegularFile(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.size() > Layer.MOST_BYTES) {
                problems.add(Problem.of(
                        ProblemCode.TOO_LARGE, Place.startOf(file.toString()), String.valueOf(Layer.MOST_BYTES)));
                return FileVisitResult.CONTINUE;
            }
            long changed = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            newest = Math.max(newest, changed);
            Look look = new Look(attributes.size(), changed, attributes.fileKey());
            Read before = files.get(path);
            boolean same = before != null
                    && before.look.equals(look)
                    && changed < newest - SETTLED_NANOS
                    && !named.contains(file.toAbsolutePath().normalize());
            if (same) {
                found.put(path, before);
                return FileVisitResult.CONTINUE;
            }
            try {
                found.put(path, new Read(look, Files.readAllBytes(file)));
            } catch (NoSuchFileException gone) {
                // between being listed and being read
                return FileVisitResult.CONTINUE;
            } catch (IOException unreadable) {
                problems.add(cannotRead(file, unreadable));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) {
            // one that is gone by now is simply not there
            if (!(failed instanceof NoSuchFileException)) {
                problems.add(cannotRead(file, failed));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) {
            return FileVisitResult.CONTINUE;
        }
    }
}
