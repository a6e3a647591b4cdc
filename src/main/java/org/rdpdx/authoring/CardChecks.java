package org.rdpdx.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.input.MappingNode;
import org.rdpdx.input.Node;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.input.ScalarNode;
import org.rdpdx.input.SequenceNode;
import org.rdpdx.knowledge.Card;
import org.rdpdx.knowledge.Retired;
import org.rdpdx.knowledge.Step;
import org.rdpdx.knowledge.StepClass;

/** Cards, steps and the list of what is retired. */
final class CardChecks {

    /** What fits on one line beside an id. */
    private static final int LONGEST_TITLE = 90;

    private static final Pattern STEP = Pattern.compile("steps/([^/]+)\\.yaml");
    private static final Pattern VERSION = Pattern.compile("next|\\d+\\.\\d+(\\.\\d+)?");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^/\\s]+\\.[^/\\s]+(/\\S*)?");
    private static final Pattern ENDS = Pattern.compile("[.;:,!?]$");

    /** A path of at least three words in braces: PowerShell has blocks in braces too. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{([a-z][A-Za-z]*(?:\\.[A-Za-z][A-Za-z0-9]*(?:\\[[^\\]{}]+])?)+)}");

    private final Checked checked;
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, String> stepTitles = new HashMap<>();

    CardChecks(Checked checked) {
        this.checked = checked;
    }

    void run() {
        Map<String, Node> cards = checked.cards();
        Map<String, Checked.SourceFile> steps = new TreeMap<>();
        for (Checked.SourceFile file : checked.files().values()) {
            Matcher step = STEP.matcher(file.path());
            if (step.matches() && checked.isWanted(file)) {
                steps.put(step.group(1), file);
            }
        }
        titlesOfOthers(cards.keySet(), steps.keySet());
        cards.forEach(this::card);
        steps.forEach((id, file) -> checked.document(file).ifPresent(node -> step(id, node)));
        checkUse();
        checkRetired();
    }

    /** The titles of what is not looked at. */
    private void titlesOfOthers(Set<String> cards, Set<String> steps) {
        Set<String> own = new TreeSet<>(steps);
        for (Card card : checked.knowledge().cards().values()) {
            if (cards.contains(card.id())) {
                card.remedies().stream()
                        .filter(remedy -> remedy.inline() != null)
                        .forEach(remedy -> own.add(remedy.stepId()));
            } else {
                titles.putIfAbsent(card.title(), card.id());
            }
        }
        for (Step step : checked.knowledge().steps().values()) {
            if (!own.contains(step.id())) {
                stepTitles.putIfAbsent(step.title(), step.id());
            }
        }
    }

    private void card(String id, Node node) {
        Card card = checked.knowledge().cards().get(id);
        if (!(node instanceof MappingNode map) || card == null) {
            return;
        }
        title(id, map, titles);
        sources(map);
        map.get("since").ifPresent(since -> {
            if (!VERSION.matcher(since.shown()).matches()) {
                checked.add(ProblemCode.SINCE_NO_VERSION, since.place(), since.shown());
            }
        });
        names(map, "steps", step -> step.get("use").or(() -> step.get("id")), id);
        names(map, "lookAlikes", like -> like.get("id"), id);
        names(map, "explains", none -> Optional.empty(), id);
        cures(id, map, card);
        for (Node item : items(map, "steps")) {
            if (item instanceof MappingNode own && own.get("use").isEmpty()) {
                own.get("id").ifPresent(stepId -> step(stepId.shown(), own));
            }
        }
    }

    private interface IdOf {
        Optional<Node> of(MappingNode entry);
    }

    private static List<Node> items(MappingNode map, String key) {
        return map.get(key).orElse(null) instanceof SequenceNode list ? list.items() : List.of();
    }

    private void names(MappingNode map, String key, IdOf idOf, String own) {
        Set<String> seen = new HashSet<>();
        for (Node item : items(map, key)) {
            Optional<Node> named = item instanceof MappingNode entry ? idOf.of(entry) : Optional.of(item);
            named.ifPresent(id -> {
                if (!key.equals("steps") && id.shown().equals(own)) {
                    checked.add(ProblemCode.NAMES_ITSELF, id.place(), key, own);
                } else if (!seen.add(id.shown())) {
                    checked.add(ProblemCode.NAMED_TWICE, id.place(), key, id.shown());
                }
            });
        }
    }

    private void cures(String id, MappingNode map, Card card) {
        boolean cured = false;
        List<Node> items = items(map, "steps");
        for (int i = 0; i < items.size() && i < card.remedies().size(); i++) {
            Card.Remedy remedy = card.remedies().get(i);
            Step step = checked.knowledge().steps().get(remedy.stepId());
            if (remedy.curing().isEmpty() || step == null) {
                continue;
            }
            cured = true;
            if (step.kind() == StepClass.CHECK && items.get(i) instanceof MappingNode entry) {
                Place place = entry.get("cures").map(Node::place).orElse(entry.place());
                checked.add(ProblemCode.LOOKING_CURES, place, remedy.stepId());
            }
        }
        if (!cured) {
            Place place = map.entry("steps").map(MappingNode.Entry::keyPlace).orElse(map.place());
            checked.add(ProblemCode.NOTHING_CURES, place, id);
        }
    }

    private void title(String id, MappingNode map, Map<String, String> known) {
        if (!(map.get("title").orElse(null) instanceof ScalarNode title)) {
            return;
        }
        String text = title.text();
        Matcher end = ENDS.matcher(text);
        if (end.find()) {
            checked.add(ProblemCode.TITLE_ENDS, title.place(), text, end.group());
        }
        if (text.length() > LONGEST_TITLE) {
            checked.add(
                    ProblemCode.TITLE_TOO_LONG,
                    title.place(),
                    text,
                    String.valueOf(text.length()),
                    String.valueOf(LONGEST_TITLE));
        }
        if (Character.isLowerCase(text.codePointAt(0))) {
            checked.add(ProblemCode.TITLE_BEGINS, title.place(), text);
        }
        String other = known.putIfAbsent(text, id);
        if (other != null) {
            checked.add(ProblemCode.TITLE_TWICE, title.place(), text, other);
        }
    }

    private void sources(MappingNode map) {
        for (Node item : items(map, "sources")) {
            if (item instanceof MappingNode source) {
                source.get("url").ifPresent(url -> {
                    if (!ADDRESS.matcher(url.shown()).matches()) {
                        checked.add(ProblemCode.SOURCE_ADDRESS, url.place(), url.shown());
                    }
                });
            }
        }
    }

    private void step(String id, Node node) {
        if (!(node instanceof MappingNode map)) {
            return;
        }
        title(id, map, stepTitles);
        sources(map);
        for (String key : List.of("action", "command", "verify", "undo")) {
            map.get(key).ifPresent(this::placeholders);
        }
        if (map.get("policy").orElse(null) instanceof MappingNode policy) {
            policy.get("command").ifPresent(this::placeholders);
        }
    }

    private void placeholders(Node text) {
        Matcher gap = PLACEHOLDER.matcher(text.shown());
        while (gap.find()) {
            FactPaths.unknown(gap.group(1))
                    .ifPresent(nearest ->
                            checked.add(Problem.of(ProblemCode.UNKNOWN_PLACEHOLDER, text.place(), gap.group(1))
                                    .remedy(nearest)));
        }
    }

    private void checkUse() {
        Set<String> used = new TreeSet<>();
        for (Card card : checked.knowledge().cards().values()) {
            card.remedies().forEach(remedy -> used.add(remedy.stepId()));
        }
        List<String> open = new ArrayList<>(used);
        while (!open.isEmpty()) {
            Step step = checked.knowledge().steps().get(open.remove(open.size() - 1));
            if (step != null) {
                step.needs().stream().filter(used::add).forEach(open::add);
            }
        }
        for (Checked.SourceFile file : checked.files().values()) {
            Matcher step = STEP.matcher(file.path());
            if (step.matches() && !used.contains(step.group(1))) {
                checked.add(ProblemCode.UNUSED_STEP, Place.startOf(file.shown()), step.group(1));
            }
        }
    }

    private void checkRetired() {
        Checked.SourceFile file = checked.files().get("retired.yaml");
        if (file == null) {
            return;
        }
        Set<String> known = new TreeSet<>(checked.knowledge().cards().keySet());
        checked.knowledge().retired().stream().map(Retired::id).forEach(known::add);
        for (Node item : checked.document(file).orElse(null) instanceof MappingNode map
                ? items(map, "retired")
                : List.<Node>of()) {
            if (item instanceof MappingNode gone) {
                gone.get("replacedBy").ifPresent(now -> {
                    if (!known.contains(now.shown())) {
                        String id = gone.get("id").map(Node::shown).orElse("");
                        checked.add(ProblemCode.RETIRED_TO_NOWHERE, now.place(), id, now.shown());
                    }
                });
            }
        }
    }
}
