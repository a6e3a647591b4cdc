package org.rdpdx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.rulebook.Rulebook;

/**
 * Writes a rulebook that a test can take in at a glance: each way of seeing a cause fires when one service of the host runs,
 * and {@code attempt.outcome: works} says that the attempt got to the end.
 *
 * <pre>{@code
 * Rulebook rulebook = SmallRulebook.in(folder).cause("alpha", "frequency: common", Way.of("strong", "A")).open();
 * }</pre>
 */
public final class SmallRulebook {

    private static final String WEIGHTS = """
            weights:
              prior: { common: -2.5, occasional: -3.5, rare: -4.5 }
              strength: { decisive: 7, strong: 3, moderate: 1.5, weak: 0.5 }
              stageGate: strong
              cures: { usually: 0.8, often: 0.5, sometimes: 0.2 }
              likelihood: { confirmed: 0.9, likely: 0.6, possible: 0.2 }
            """;
    private static final String SOURCES = "[ { url: \"https://example.com/\", checked: 2026-11-22, says: \"so\" } ]";
    /**
     * One way of seeing a cause.
     *
     * @param service the service of the host that must run
     * @param marks what stands between the rule's name and its conditions
     */
    public record Way(String service, String marks) {
        /** One that speaks for its cause. */
        public static Way of(String strength, String service) {
            return new Way(service, "@strength(" + strength + ")");
        }

        /** One that speaks against its cause. */
        public static Way against(String strength, String service) {
            return new Way(service, "@strength(" + strength + ") @speaks(against)");
        }

        /** The same, seeing what others with the same token see. */
        public Way sees(String token) {
            return new Way(service, marks + " @sees(" + token + ")");
        }
    }

    private final Path folder;
    private String weights = WEIGHTS;

    private SmallRulebook(Path folder) {
        this.folder = folder;
        write("deductions/reached/rule.drl", """
                package rules;
                import org.rdpdx.facts.kind.*;
                rule "reached/end"
                when
                    Attempt( outcome == "works" )
                then
                    insertLogical(new Reached("later"));
                end
                """);
        write(
                "deductions/reached/cases.yaml",
                cases("reached/end", "attempt: { outcome: works }", "attempt: { outcome: fails }"));
        step("look", "class: check");
    }

    /** Begins one in an empty folder. */
    public static SmallRulebook in(Path folder) {
        return new SmallRulebook(folder);
    }

    /** Replaces the table of weights. */
    public SmallRulebook weights(String yaml) {
        weights = yaml;
        return this;
    }

    /**
     * Adds a cause that shows while negotiating.
     *
     * @param lines of its card, where they differ from a common one that only looks: {@code "frequency: rare"}
     */
    public SmallRulebook cause(String id, List<String> lines, Way... ways) {
        Map<String, String> card = new LinkedHashMap<>();
        card.put("title", "The cause " + id);
        card.put("why", "It is so.");
        card.put("frequency", "common");
        card.put("steps", "[ { use: look } ]");
        card.put("sources", SOURCES);
        card.put("since", "next");
        card.put("status", "stable");
        write("area/" + id + "/diagnosis.yaml", yaml(card, lines));
        String first = ways[0].service();
        write(
                "area/" + id + "/cases.yaml",
                cases(
                        id + "/" + first.toLowerCase(Locale.ROOT),
                        "host: { services: [ { name: " + first + ", state: running } ] }",
                        "host: { services: [ { name: " + first + ", state: stopped } ] }"));
        StringBuilder rules = new StringBuilder("""
                package rules;
                import org.rdpdx.facts.kind.*;
                import org.rdpdx.rulebook.Finding;
                """);
        for (Way way : ways) {
            rules.append("rule \"%s/%s\" %s%n".formatted(id, way.service().toLowerCase(Locale.ROOT), way.marks()))
                    .append("when Service( viewpoint == \"host\", name == \"%s\", state == \"running\" )%n"
                            .formatted(way.service()))
                    .append("then insertLogical(Finding.of(drools.getMatch())); end\n");
        }
        write("area/" + id + "/rule.drl", rules.toString());
        return this;
    }

    /**
     * Adds a step.
     *
     * @param lines where it differs from one that changes something on the host in five minutes and can be taken back
     */
    public SmallRulebook step(String id, String... lines) {
        Map<String, String> step = new LinkedHashMap<>();
        step.put("title", "The step " + id);
        step.put("where", "host");
        step.put("class", "reversible");
        step.put("action", "Do " + id + ".");
        step.put("privilege", "administrator");
        step.put("minutes", "5");
        step.put("downtimeMinutes", "0");
        step.put("cutsAccess", "false");
        step.put("verify", "It is done.");
        step.put("undo", "Take " + id + " back.");
        step.put("sources", SOURCES);
        write("steps/" + id + ".yaml", yaml(step, List.of(lines)));
        return this;
    }

    /** Adds any other file. */
    public SmallRulebook file(String path, String text) {
        write(path, text);
        return this;
    }

    /** Opens what was written. */
    public Rulebook open() {
        return Rulebook.open(written());
    }

    /** The folder with all that was written. */
    public Path written() {
        write("rulebook.yaml", """
                version: 1.0.0
                vocabulary: 1
                areas: { area: { title: "An area", stages: [negotiation, tls] } }
                """ + weights);
        return folder;
    }

    /** A case in which these services of the host run. */
    public static CaseFacts running(String... services) {
        CaseFacts.Builder facts = CaseFacts.named("case");
        for (String service : services) {
            facts.put("host.services[" + service + "].state", "running");
        }
        return facts.build();
    }

    private static String cases(String rule, String fires, String silent) {
        return """
                - { name: it fires, rule: %1$s, facts: { %2$s }, expect: fires, because: attempt.outcome }
                - { name: it is silent, rule: %1$s, facts: { %3$s }, expect: silent, because: attempt.outcome }
                - { name: nobody looked, rule: %1$s, facts: { attempt: { port: 3389 } }, expect: cannot-tell, because: attempt.outcome }
                """.formatted(rule, fires, silent);
    }

    private static String yaml(Map<String, String> usual, List<String> lines) {
        Map<String, String> all = new LinkedHashMap<>(usual);
        for (String line : lines) {
            int colon = line.indexOf(':');
            all.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        List<String> written = new ArrayList<>();
        all.forEach((key, value) -> written.add(key + ": " + value));
        return String.join("\n", written) + "\n";
    }

    private void write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
