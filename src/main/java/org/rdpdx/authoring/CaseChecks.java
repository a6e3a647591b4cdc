package org.rdpdx.authoring;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.input.Documents;
import org.rdpdx.input.MappingNode;
import org.rdpdx.input.Node;
import org.rdpdx.input.Place;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.input.SequenceNode;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;

/** The cases beside the rules. */
final class CaseChecks {

    /** A registry value also says what has a word of its own, and both are right. */
    private static final String REGISTRY = "registryValues";

    private final Checked checked;
    private final Map<Place, MappingNode> written = new HashMap<>();

    CaseChecks(Checked checked) {
        this.checked = checked;
    }

    void run() {
        for (Checked.SourceFile file : checked.files().values()) {
            if (checked.isWanted(file)
                    && file.path().endsWith("/cases.yaml")
                    && !file.path().startsWith("_template/")) {
                read(file);
            }
        }
        checked.knowledge().cases().forEach(this::checkBecause);
    }

    private void read(Checked.SourceFile file) {
        Set<String> names = new HashSet<>();
        byte[] content = file.text().getBytes(StandardCharsets.UTF_8);
        for (Node document : Documents.read(file.shown(), content, new ArrayList<>())) {
            for (Node item : document instanceof SequenceNode list ? list.items() : List.<Node>of()) {
                if (item instanceof MappingNode one) {
                    written.put(one.place(), one);
                    one.get("name").ifPresent(name -> {
                        String rule = one.get("rule").map(Node::shown).orElse("");
                        if (!names.add(rule + " " + name.shown())) {
                            checked.add(ProblemCode.CASE_TWICE, name.place(), name.shown());
                        }
                    });
                }
            }
        }
    }

    private void checkBecause(RuleCase one) {
        MappingNode map = written.get(one.place());
        if (map == null) {
            return;
        }
        Set<String> read = new TreeSet<>();
        for (Rule rule : checked.rulebook().rules()) {
            boolean meant = one.rule().map(rule.name()::equals).orElse(true)
                    && rule.owner().equals(one.owner());
            if (meant) {
                reads(rule, read, new HashSet<>());
            }
        }
        FactPaths.about(one.because()).ifPresent(about -> {
            String kind =
                    FactPaths.viewpointPrefix(about.viewpoint()) + about.kind().key();
            boolean registry = about.kind().key().equals(REGISTRY);
            if (!registry && !read.contains(kind)) {
                Place place = map.get("because").map(Node::place).orElse(map.place());
                checked.add(
                        ProblemCode.BECAUSE_NOT_READ,
                        place,
                        one.because(),
                        one.rule().orElse(one.owner()));
            }
        });
    }

    /** The kinds that a rule reads, with their viewpoints, also through what others deduce. */
    private void reads(Rule rule, Set<String> read, Set<String> seen) {
        if (!seen.add(rule.name())) {
            return;
        }
        for (Pattern pattern : rule.patterns()) {
            if (pattern.kind().deduced()) {
                for (Rule maker : checked.rulebook().rules()) {
                    if (maker.deduces() != null && maker.deduces().makes(pattern)) {
                        reads(maker, read, seen);
                    }
                }
            }
            for (String viewpoint : pattern.viewpoints()) {
                read.add(FactPaths.viewpointPrefix(viewpoint) + pattern.kind().key());
            }
            // when it was is told by when the attempt was
            if (pattern.conditions().stream()
                    .anyMatch(condition -> condition.properties().contains("secondsFromAttempt"))) {
                read.add("attempt");
            }
        }
    }
}
