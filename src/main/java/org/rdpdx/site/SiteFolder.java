package org.rdpdx.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.rdpdx.report.Messages;

/**
 * Puts a site in its place: written beside it first, then moved. A list of its files stays in it, so that the next one knows
 * what it may replace.
 */
final class SiteFolder {

    /** Names every file of the site, one a line. */
    static final String LIST = "rdpdx-site.txt";

    private SiteFolder() {}

    static void write(SortedMap<String, byte[]> files, Path wanted) throws IOException {
        Path named = wanted.toAbsolutePath().normalize();
        // a link stays, and what it leads to is replaced
        Path folder = Files.exists(named) ? named.toRealPath() : named;
        Path parent = folder.getParent();
        if (parent == null) {
            throw new FolderRefusedException(Messages.text("site.folder.root", wanted));
        }
        check(wanted, folder);
        Files.createDirectories(parent);
        Path made = Files.createTempDirectory(parent, "." + folder.getFileName() + "-");
        Path old = made.resolve("old");
        Path site = made.resolve("new");
        try {
            fill(files, site);
            boolean replaces = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
            if (replaces) {
                move(folder, old);
            }
            try {
                move(site, folder);
            } catch (IOException failed) {
                if (replaces) {
                    move(old, folder);
                }
                throw failed;
            }
        } finally {
            remove(made);
        }
    }

    /** Refuses what holds anything but a site of ours. */
    private static void check(Path wanted, Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new FolderRefusedException(Messages.text("site.folder.file", wanted));
        }
        Path list = folder.resolve(LIST);
        Set<String> ours = new HashSet<>(Set.of(LIST));
        if (Files.isRegularFile(list)) {
            ours.addAll(Files.readAllLines(list, StandardCharsets.UTF_8));
        }
        try (Stream<Path> all = Files.walk(folder)) {
            Optional<String> other = all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> !ours.contains(path))
                    .findFirst();
            if (other.isPresent()) {
                throw new FolderRefusedException(Messages.text("site.folder.other", wanted, other.get()));
            }
        } catch (UncheckedIOException unreadable) {
            throw new IOException(unreadable.getCause());
        }
    }

    private static void fill(SortedMap<String, byte[]> files, Path site) throws IOException {
        Files.createDirectories(site);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = site.resolve(file.getKey());
            Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(path, file.getValue());
        }
        Files.writeString(site.resolve(LIST), String.join("\n", files.keySet()) + "\n");
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }
}
