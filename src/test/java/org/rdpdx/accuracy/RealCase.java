package org.rdpdx.accuracy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rdpdx.Stories;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.input.Documents;
import org.rdpdx.input.Fields;
import org.rdpdx.input.MappingNode;
import org.rdpdx.input.Problem;

/**
 * A case that somebody told in public, and what its cause was. The engine is given the facts alone.
 *
 * @param id name of its fact file
 * @param facts what was observed
 * @param label the cause as the collection calls it; {@code unresolved} if none was found
 * @param cause the diagnosis that stands for that; empty if unresolved
 * @param confirmation {@code user-confirmed}, {@code vendor-documented} or {@code unconfirmed}
 * @param sources pages that tell of the incident, those of other tellings included
 * @param incident the first case that tells of the same incident; its own id if it is that
 */
public record RealCase(
        String id,
        CaseFacts facts,
        String label,
        Optional<String> cause,
        String confirmation,
        Set<String> sources,
        String incident) {

    static final String UNRESOLVED = "unresolved";

    private static final Path LABELS = Path.of("src/test/resources/cause-labels.yaml");

    /** Whether it counts: its cause was confirmed, and no earlier case tells of the same incident. */
    public boolean scored() {
        return confirmed() && incident.equals(id) && cause.isPresent();
    }

    boolean confirmed() {
        return !confirmation.equals("unconfirmed");
    }

    /** Diagnosis by label. */
    static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        Fields fields = fields(LABELS);
        fields.keys().forEach(label -> labels.put(label, fields.requiredText(label)));
        return labels;
    }

    /** All of those that the rules were written with, by id. */
    public static List<RealCase> all() {
        return read(Stories.real(), Path.of("src/test/resources/real-causes"));
    }

    /** Those that were written down by people who had not seen the rules, after these were written; by id. */
    static List<RealCase> later() {
        return read(Stories.later(), Path.of("src/test/resources/later-causes"));
    }

    private static List<RealCase> read(List<Path> files, Path causes) {
        Map<String, String> labels = labels();
        Map<String, Told> told = new TreeMap<>();
        Map<String, Path> facts = new TreeMap<>();
        for (Path file : files) {
            String id = String.valueOf(file.getFileName()).replace(".yaml", "");
            told.put(id, Told.read(id, causes));
            facts.put(id, file);
        }
        Map<String, Set<String>> sources = new TreeMap<>();
        told.values().forEach(one -> sources.computeIfAbsent(one.incident(), incident -> new TreeSet<>())
                .add(one.source()));
        List<RealCase> cases = new ArrayList<>();
        told.forEach((id, one) -> cases.add(new RealCase(
                id,
                Stories.read(Objects.requireNonNull(facts.get(id))),
                one.label(),
                one.label().equals(UNRESOLVED) ? Optional.empty() : Optional.ofNullable(labels.get(one.label())),
                one.confirmation(),
                sources.getOrDefault(one.incident(), Set.of()),
                one.incident())));
        return cases;
    }

    private record Told(String label, String confirmation, String source, String incident) {

        static Told read(String id, Path causes) {
            Fields fields = fields(causes.resolve(id + ".yaml"));
            Told told = new Told(
                    fields.requiredText("label"),
                    fields.requiredText("confirmation"),
                    fields.requiredText("source"),
                    fields.text("sameIncidentAs").orElse(id));
            fields.end();
            return told;
        }
    }

    /** A file that the engine never sees. */
    static Fields fields(Path file) {
        List<Problem> problems = new ArrayList<>();
        try {
            MappingNode map = (MappingNode) Documents.read(file.toString(), Files.readAllBytes(file), problems)
                    .get(0);
            if (!problems.isEmpty()) {
                throw new IllegalStateException(problems.toString());
            }
            return Fields.of(map, problems);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
