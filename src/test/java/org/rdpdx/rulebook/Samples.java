package org.rdpdx.rulebook;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;
import org.rdpdx.input.Documents;
import org.rdpdx.input.MappingNode;
import org.rdpdx.input.Problem;
import org.rdpdx.knowledge.Layer;

/** What the tests of this room look at: the real rulebook, the zoo, and fact files. */
final class Samples {

    static final Path RULES = Path.of("rules/v1");
    static final Path ZOO = Path.of("src/test/resources/rulebook/zoo");

    private Samples() {}

    /** The rulebook of this project, compiled by the code under test, once for all tests. */
    static Rulebook rulebook() {
        return Real.RULEBOOK;
    }

    /** A rulebook that uses everything that the door lets pass. */
    static Rulebook zoo() {
        return Zoo.RULEBOOK;
    }

    private static final class Real {
        static final Rulebook RULEBOOK = open(RULES);
    }

    private static final class Zoo {
        static final Rulebook RULEBOOK = open(ZOO);
    }

    /** Opens a folder without the user's cache. */
    static Rulebook open(Path... folders) {
        List<Problem> problems = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        for (Path folder : folders) {
            layers.add(Layer.of(folder, problems));
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.toString());
        }
        return open(layers.toArray(Layer[]::new));
    }

    /** Opens layers without the user's cache. */
    static Rulebook open(Layer... layers) {
        return RulebookLoader.open(List.of(layers), UnitCache.in(Path.of("target/test-units")));
    }

    static List<CaseFacts> stories() {
        return read(Path.of("facts-samples/stories"));
    }

    static List<CaseFacts> real() {
        return read(Path.of("src/test/resources/real"));
    }

    /** A case that says something of every property. */
    static CaseFacts everyFact() {
        return read(Path.of("facts-samples/every-fact.yaml")).get(0);
    }

    private static List<CaseFacts> read(Path files) {
        FactFile.ReadResult result = FactFile.readAll(List.of(files), InputStream.nullInputStream());
        if (!result.problems().isEmpty()) {
            throw new IllegalStateException(result.problems().toString());
        }
        return result.cases();
    }

    /** The facts of a fact file. */
    static CaseFacts facts(String yaml) {
        List<Problem> problems = new ArrayList<>();
        MappingNode document =
                (MappingNode) Documents.read("facts.yaml", yaml.getBytes(StandardCharsets.UTF_8), problems)
                        .get(0);
        CaseFacts facts = FactFile.read(document, "a case", problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.toString());
        }
        return facts;
    }
}
