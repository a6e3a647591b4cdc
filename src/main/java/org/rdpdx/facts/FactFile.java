package org.rdpdx.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rdpdx.input.Documents;
import org.rdpdx.input.MappingNode;
import org.rdpdx.input.Node;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;

/**
 * Reads fact files. Documents and files that say the same {@code case} are one case, in any order; a file that says none
 * is a case of its own, named as the file is.
 */
public final class FactFile {

    /** Stands for standard input among the files. */
    public static final Path STANDARD_INPUT = Path.of("-");

    private FactFile() {}

    /**
     * What came of reading files.
     *
     * @param cases those that hold no problem, in the order in which their first file was given
     * @param refused those files that hold problems, in the order in which they were given; a case is refused as a whole,
     *     so what its other files say is not among the cases either
     */
    public record ReadResult(List<CaseFacts> cases, List<RefusedFile> refused) {
        /** Copies what it is given. */
        public ReadResult {
            cases = List.copyOf(cases);
            refused = List.copyOf(refused);
        }

        /** All problems, by file in the order given and by place in it. */
        public List<Problem> problems() {
            List<Problem> problems = new ArrayList<>();
            refused.forEach(file -> problems.addAll(file.problems()));
            return problems;
        }
    }

    /**
     * A file that holds problems.
     *
     * @param file its name as places show it
     * @param problems by place, at least one
     */
    public record RefusedFile(String file, List<Problem> problems) {
        /** Copies what it is given. */
        public RefusedFile {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads fact files that must all be right.
     *
     * @return the cases in them
     * @throws InvalidFactFileException with all problems of all files
     */
    public static List<CaseFacts> read(List<Path> files) {
        ReadResult result = readAll(files, InputStream.nullInputStream());
        if (!result.refused().isEmpty()) {
            throw new InvalidFactFileException(result.problems());
        }
        return result.cases();
    }

    /**
     * Reads fact files; one that is wrong does not stop the others.
     *
     * @param filesOrDirectories files, directories (of which all {@code .yaml}, {@code .yml} and {@code .json} files are
     *     read, down to the last folder, but no {@code .schema.json}), or {@code -} for standard input. A file that is given
     *     twice is read once
     * @param standardInput what to read for {@code -}; not closed
     */
    public static ReadResult readAll(List<Path> filesOrDirectories, InputStream standardInput) {
        Reading reading = new Reading();
        for (Path path : filesOrDirectories) {
            if (path.equals(STANDARD_INPUT)) {
                reading.standardInput(standardInput);
            } else if (Files.isDirectory(path)) {
                reading.directory(path);
            } else {
                reading.file(path);
            }
        }
        return reading.result();
    }

    /**
     * Reads a fact file as if it held these bytes, so that it can be told whether they are right before they are written.
     *
     * @param file its name; nothing is read there
     * @param bytes what it would hold
     */
    public static ReadResult readAs(Path file, byte[] bytes) {
        Reading reading = new Reading();
        reading.documents(file.toString(), Reading.stem(file), bytes);
        return reading.result();
    }

    /** The case that the first document of a file says it is about; nothing if it says none. */
    public static Optional<String> caseSaid(Path file, byte[] bytes) {
        List<Node> documents = Documents.read(file.toString(), bytes, new ArrayList<>());
        return documents.isEmpty() ? Optional.empty() : DocumentReader.caseName(documents.get(0));
    }

    /**
     * Reads the facts of a case that are written inside another document, such as the cases beside a rule.
     *
     * @param facts the map that is a fact file
     * @param name of the case, unless the map says one
     * @param problems takes what is wrong; if anything is, the case is empty
     */
    public static CaseFacts read(MappingNode facts, String name, List<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        CaseDraft draft = new CaseDraft(DocumentReader.caseName(facts).orElse(name), found);
        new DocumentReader(draft).read(facts);
        Optional<CaseFacts> read = draft.finish();
        problems.addAll(found);
        return read.orElseGet(() -> CaseFacts.named(name).build());
    }

    /** Documents of one case. */
    private static final class Group {
        private final String name;
        private final List<Node> documents = new ArrayList<>();
        private boolean refused;

        Group(String name) {
            this.name = name;
        }
    }

    private static final class Reading {
        private final Map<String, Group> groups = new LinkedHashMap<>();
        private final Map<String, List<Problem>> problemsByFile = new LinkedHashMap<>();
        private final Set<Path> seen = new HashSet<>();

        void directory(Path directory) {
            List<Path> files = new ArrayList<>();
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path file : (Iterable<Path>) all::iterator) {
                    if (isFactFile(file)) {
                        files.add(file);
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                refuse(directory.toString(), cannotRead(directory.toString(), e));
            }
            files.sort((left, right) -> left.toString().compareTo(right.toString()));
            files.forEach(this::file);
        }

        private static boolean isFactFile(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            boolean data = name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
            return data && !name.endsWith(".schema.json") && Files.isRegularFile(file);
        }

        void file(Path file) {
            if (!seen.add(file.toAbsolutePath().normalize())) {
                return;
            }
            try {
                documents(file.toString(), stem(file), Files.readAllBytes(file));
            } catch (NoSuchFileException e) {
                refuse(file.toString(), Problem.of(ProblemCode.NO_SUCH_FILE, Place.startOf(file.toString())));
            } catch (IOException e) {
                refuse(file.toString(), cannotRead(file.toString(), e));
            }
        }

        void standardInput(InputStream in) {
            if (!seen.add(STANDARD_INPUT)) {
                return;
            }
            try {
                documents("stdin", "stdin", in.readAllBytes());
            } catch (IOException e) {
                refuse("stdin", cannotRead("stdin", e));
            }
        }

        private void documents(String file, String caseName, byte[] bytes) {
            List<Problem> problems = new ArrayList<>();
            List<Node> documents = Documents.read(file, bytes, problems);
            for (Problem problem : problems) {
                refuse(file, problem);
            }
            for (Node document : documents) {
                Optional<String> said = DocumentReader.caseName(document);
                // what says no case is never mixed with what says one, even if a file is named like a case
                String key = said.isPresent() ? "case\n".concat(said.get()) : "file\n".concat(file);
                Group group = groups.get(key);
                if (group == null) {
                    group = new Group(said.orElse(caseName));
                    groups.put(key, group);
                }
                group.documents.add(document);
                group.refused |= !problems.isEmpty();
            }
            if (problems.isEmpty()) {
                problemsByFile.putIfAbsent(file, new ArrayList<>());
            }
        }

        ReadResult result() {
            List<CaseFacts> cases = new ArrayList<>();
            for (Group group : groups.values()) {
                List<Problem> problems = new ArrayList<>();
                CaseDraft draft = new CaseDraft(group.name, problems);
                for (Node document : group.documents) {
                    new DocumentReader(draft).read(document);
                }
                Optional<CaseFacts> facts = draft.finish();
                for (Problem problem : problems) {
                    refuse(problem.place().file(), problem);
                }
                if (facts.isPresent() && !group.refused) {
                    cases.add(facts.get());
                }
            }
            List<RefusedFile> refused = new ArrayList<>();
            for (Map.Entry<String, List<Problem>> file : problemsByFile.entrySet()) {
                if (!file.getValue().isEmpty()) {
                    List<Problem> sorted =
                            file.getValue().stream().sorted().distinct().toList();
                    refused.add(new RefusedFile(file.getKey(), sorted));
                }
            }
            return new ReadResult(cases, refused);
        }

        private void refuse(String file, Problem problem) {
            problemsByFile.computeIfAbsent(file, unused -> new ArrayList<>()).add(problem);
        }

        private static Problem cannotRead(String file, Exception e) {
            String reason = e instanceof AccessDeniedException ? "access-denied" : "read-error";
            return Problem.of(ProblemCode.CANNOT_READ, Place.startOf(file), reason);
        }

        private static String stem(Path file) {
            String name = file.getFileName() == null
                    ? file.toString()
                    : file.getFileName().toString();
            int dot = name.lastIndexOf('.');
            return dot > 0 ? name.substring(0, dot) : name;
        }
    }
}
