package org.rdpdx.rulebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rdpdx.knowledge.Layer;

/** A rulebook put together from texts; what a test does not care about is filled in. */
final class SmallRulebook {

    static final String HEADER = """
            version: 1.0.0
            vocabulary: 1
            areas:
              area: { title: An area, stages: [tcp] }
            weights:
              prior: { common: -2.5, occasional: -3.5, rare: -4.5 }
              strength: { decisive: 7, strong: 3, moderate: 1.5, weak: 0.5 }
              stageGate: strong
              cures: { usually: 0.8, often: 0.5, sometimes: 0.2 }
              likelihood: { confirmed: 0.9, likely: 0.6, possible: 0.2 }
            """;

    static final String CASES = """
            - { name: It fires, facts: {}, expect: fires, because: attempt.outcome }
            - { name: It is silent, facts: {}, expect: silent, because: attempt.outcome }
            - { name: It cannot tell, facts: {}, expect: cannot-tell, because: attempt.outcome }
            """;

    static final String CARD = """
            title: A title
            why: A reason
            frequency: rare
            steps: [ { use: look } ]
            sources: [ { url: "https://example.org", checked: 2026-11-22 } ]
            since: next
            status: stable
            """;

    static final String STEP = """
            title: Look
            where: host
            class: check
            action: Look at it
            privilege: none
            minutes: 1
            downtimeMinutes: 0
            cutsAccess: false
            verify: It was looked at
            sources: [ { url: "https://example.org", checked: 2026-11-22 } ]
            """;

    private static final String TOP = """
            package rules;

            import org.rdpdx.facts.kind.*;
            import org.rdpdx.rulebook.Finding;

            """;

    private final SortedMap<String, String> files = new TreeMap<>();
    private UnitCache cache = UnitCache.none();

    SmallRulebook() {
        file("rulebook.yaml", HEADER);
        file("steps/look.yaml", STEP);
    }

    /** Adds or replaces a file. */
    SmallRulebook file(String path, String text) {
        files.put(path, text);
        return this;
    }

    SmallRulebook without(String path) {
        files.remove(path);
        return this;
    }

    SmallRulebook cachedIn(UnitCache folder) {
        cache = folder;
        return this;
    }

    /** Adds a diagnosis whose ways are named 1, 2, 3 and so on. */
    SmallRulebook diagnosis(String id, String... leftSides) {
        StringBuilder rules = new StringBuilder(TOP);
        for (int i = 0; i < leftSides.length; i++) {
            rules.append(rule(id + "/" + (i + 1), leftSides[i]));
        }
        return diagnosisOf(id, rules.toString());
    }

    /** Adds a diagnosis with the whole text of its rules. */
    SmallRulebook diagnosisOf(String id, String drl) {
        file("area/" + id + "/rule.drl", drl);
        file("area/" + id + "/diagnosis.yaml", CARD);
        return file("area/" + id + "/cases.yaml", CASES);
    }

    /** Adds a deduction with one rule for each left side. */
    SmallRulebook deduction(String id, String made, String... leftSides) {
        StringBuilder rules = new StringBuilder(TOP);
        for (int i = 0; i < leftSides.length; i++) {
            rules.append(rule(id + "/" + (i + 1), leftSides[i])
                    .replace("    @strength(strong)\n", "")
                    .replace("Finding.of(drools.getMatch())", "new " + made));
        }
        file("deductions/" + id + "/rule.drl", rules.toString());
        return file("deductions/" + id + "/cases.yaml", CASES);
    }

    /** A whole file with the one rule of a diagnosis; its left side begins in line 8. */
    static String drl(String name, String leftSide) {
        return TOP + rule(name, leftSide).replace("\n    @strength", " @strength");
    }

    /** A file with these rules; the first begins in line 6. */
    static String drl(String rules) {
        return TOP + rules;
    }

    static String rule(String name, String leftSide) {
        return "rule \"" + name + "\"\n    @strength(strong)\nwhen\n" + leftSide.stripTrailing()
                + "\nthen\n    insertLogical(Finding.of(drools.getMatch()));\nend\n";
    }

    /** Writes all files below a folder. */
    Path writeTo(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue());
        }
        return folder;
    }

    String text(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    Layer layer() {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new Layer("small", bytes);
    }

    Rulebook open() {
        return RulebookLoader.open(List.of(layer()), cache);
    }
}
