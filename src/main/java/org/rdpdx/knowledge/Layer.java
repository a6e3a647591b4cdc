package org.rdpdx.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
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

    /** No file of a rulebook comes near this many bytes: the largest that comes with this project is a twentieth of it. */
    public static final long MOST_BYTES = 1L << 20;

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
        return of(folder, path -> true, problems);
    }

    /**
     * Reads some files of a folder; the others are in it without their content.
     *
     * @param wanted tells by the path below the folder whether a file is to be read
     * @param problems takes what is wrong with the folder
     */
    public static Layer of(Path folder, Predicate<String> wanted, List<Problem> problems) {
        Path root = root(folder);
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(root)) {
            problems.add(Problem.of(ProblemCode.NO_SUCH_FILE, Place.startOf(folder.toString())));
            return new Layer(folder.toString(), files);
        }
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                add(root, file, wanted, files, problems);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            problems.add(cannotRead(root, unreadable));
        }
        return new Layer(root.toString(), files);
    }

    /** Where the files of a folder of rules stand: in it, or in its {@code v1}. */
    public static Path root(Path folder) {
        Path versioned = folder.resolve("v1");
        return Files.isDirectory(versioned) ? versioned : folder;
    }

    /** Whether a file is none of the rulebook's: editors and version control keep theirs beside it, and schemas are for editors. */
    public static boolean isForeign(String path) {
        return path.startsWith(SCHEMAS)
                || Stream.of(path.split("/"))
                        .anyMatch(part -> part.startsWith(".") || part.endsWith("~") || part.matches("#.*#"));
    }

    private static Problem cannotRead(Path file, Exception failed) {
        return Problem.of(
                ProblemCode.CANNOT_READ,
                Place.startOf(file.toString()),
                failed.getClass().getSimpleName());
    }

    private static void add(
            Path root, Path file, Predicate<String> wanted, SortedMap<String, byte[]> files, List<Problem> problems) {
        String path = root.relativize(file).toString().replace('\\', '/');
        if (isForeign(path)) {
            return;
        }
        if (!wanted.test(path)) {
            files.put(path, new byte[0]);
            return;
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                problems.add(
                        Problem.of(ProblemCode.TOO_LARGE, Place.startOf(file.toString()), String.valueOf(MOST_BYTES)));
                return;
            }
            files.put(path, Files.readAllBytes(file));
        } catch (NoSuchFileException gone) {
            // between being listed and being read
            return;
        } catch (IOException unreadable) {
            problems.add(cannotRead(file, unreadable));
        }
    }

    /** The path as messages show it. */
    public String shown(String path) {
        return name + "/" + path;
    }
}
