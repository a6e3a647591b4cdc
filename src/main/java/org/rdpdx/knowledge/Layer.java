package org.rdpdx.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;

/**
 * The files of one rulebook, or of one that is laid over another.
 *
 * @param name as the user gave it; stands before the path in every message
 * @param files content by path below the folder, with slashes
 */
public record Layer(String name, SortedMap<String, byte[]> files) {

    /** No file of a rulebook comes near this many bytes. */
    static final long MOST_BYTES = 8L << 20;

    private static final String SCHEMAS = "_schema/";

    /** Keeps the map it is given, unchangeable. */
    public Layer {
        files = Collections.unmodifiableSortedMap(files);
    }

    /**
     * Reads a folder: {@code rules/v1}, or one that holds {@code v1}.
     *
     * @param problems takes what is wrong with the folder
     */
    public static Layer of(Path folder, List<Problem> problems) {
        Path versioned = folder.resolve("v1");
        Path root = Files.isDirectory(versioned) ? versioned : folder;
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(root)) {
            problems.add(Problem.of(ProblemCode.NO_SUCH_FILE, Place.startOf(folder.toString())));
            return new Layer(folder.toString(), files);
        }
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                add(root, file, files, problems);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Layer(root.toString(), files);
    }

    private static void add(Path root, Path file, SortedMap<String, byte[]> files, List<Problem> problems)
            throws IOException {
        String path = root.relativize(file).toString().replace('\\', '/');
        if (path.startsWith(SCHEMAS) || Stream.of(path.split("/")).anyMatch(part -> part.startsWith("."))) {
            // editors and version control keep their own files there, and what rdpdx writes for editors is no rule
            return;
        }
        if (Files.size(file) > MOST_BYTES) {
            problems.add(Problem.of(ProblemCode.TOO_LARGE, Place.startOf(file.toString()), String.valueOf(MOST_BYTES)));
            return;
        }
        files.put(path, Files.readAllBytes(file));
    }

    /** The path as messages show it. */
    public String shown(String path) {
        return name + "/" + path;
    }
}
