package org.rdpdx.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.Fields;
import org.rdpdx.input.Nearest;
import org.rdpdx.input.Node;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;

/**
 * Everything authors wrote in a rulebook except what the DRL says: found by walking the folders, no list to keep. Immutable
 * once read.
 */
public final class Knowledge {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern DIAGNOSIS_FILE =
            Pattern.compile("(?!deductions/)([^/]+)/([^/]+)/(rule\\.drl|diagnosis\\.yaml|cases\\.yaml)");
    private static final Pattern DEDUCTION_FILE = Pattern.compile("deductions/([^/]+)/(rule\\.drl|cases\\.yaml)");
    private static final Pattern STEP_FILE = Pattern.compile("steps/([^/]+)\\.yaml");
    private static final Pattern OTHER_FILE = Pattern.compile(
            "(facts|dialogs|codes)/[^/]+\\.yaml|_template/.*" + "|(.*/)?README\\.md|rulebook\\.yaml|retired\\.yaml");

    /**
     * A {@code rule.drl} and whose it is.
     *
     * @param owner id of the diagnosis or key of the deduced kind
     * @param path inside the rulebook
     * @param file path as messages show it
     * @param text content
     * @param deduction whether it deduces facts
     */
    public record RuleFile(String owner, String path, String file, String text, boolean deduction) {}

    private static final String HEADER = "rulebook.yaml";
    private static final String RETIRED = "retired.yaml";

    private final SortedMap<String, Card> cards = new TreeMap<>();
    private final SortedMap<String, Step> steps = new TreeMap<>();
    private final SortedMap<String, RuleFile> rules = new TreeMap<>();
    private final List<RuleCase> cases = new ArrayList<>();
    private final Map<String, Place> folders = new LinkedHashMap<>();
    private final Map<String, Place> cardPlaces = new LinkedHashMap<>();
    private final Map<String, Place> stepPlaces = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private final Set<String> unread = new HashSet<>();
    private @Nullable RulebookHeader header;
    private List<Retired> retired = List.of();

    private final Wanted wanted;
    private final KnowledgeMemory memory;

    private Knowledge(Wanted wanted, KnowledgeMemory memory) {
        this.wanted = wanted;
        this.memory = memory;
    }

    /**
     * Which folders of a rulebook are to be read.
     *
     * @param ids of diagnoses; deductions are always wanted, since every rule may rest on them; empty if all are
     */
    public record Wanted(Set<String> ids) {

        /** The whole rulebook. */
        public static final Wanted ALL = new Wanted(Set.of());

        /** Copies what it is given. */
        public Wanted {
            ids = Set.copyOf(ids);
        }

        /** Whether the content of a file is needed, by its path inside the rulebook. */
        public boolean file(String path) {
            if (ids.isEmpty() || path.equals(HEADER) || path.equals(RETIRED)) {
                return true;
            }
            Matcher diagnosis = DIAGNOSIS_FILE.matcher(path);
            if (diagnosis.matches()) {
                return ids.contains(diagnosis.group(2));
            }
            Matcher deduction = DEDUCTION_FILE.matcher(path);
            return deduction.matches() && (path.endsWith(".drl") || ids.contains(deduction.group(1)));
        }

        private boolean folder(String id) {
            return ids.isEmpty() || ids.contains(id);
        }
    }

    /**
     * Reads the files of a rulebook, later layers adding to earlier ones.
     *
     * @param layers at least one; together they must hold one {@code rulebook.yaml}
     * @param problems takes everything that is wrong; if it stays empty, the knowledge is complete
     */
    public static Knowledge read(List<Layer> layers, List<Problem> problems) {
        return read(layers, Wanted.ALL, new KnowledgeMemory(), problems);
    }

    /**
     * Reads some of the files of a rulebook.
     *
     * @param layers at least one; together they must hold one {@code rulebook.yaml}
     * @param wanted which folders are to be read and found complete; of the others only the names are looked at
     * @param memory what was read before, so that it is not read again
     * @param problems takes everything that is wrong with what is wanted
     */
    public static Knowledge read(List<Layer> layers, Wanted wanted, KnowledgeMemory memory, List<Problem> problems) {
        Knowledge knowledge = new Knowledge(wanted, memory);
        layers.forEach(layer -> knowledge.header(layer, problems));
        if (knowledge.header == null) {
            if (layers.stream().noneMatch(layer -> layer.files().containsKey(HEADER))) {
                problems.add(Problem.of(
                        ProblemCode.RULEBOOK_HEADER_MISSING,
                        Place.startOf(layers.get(0).shown(HEADER))));
            }
            return knowledge;
        }
        layers.forEach(layer -> knowledge.files(layer, problems));
        knowledge.checkComplete(problems);
        knowledge.checkReferences(problems);
        return knowledge;
    }

    /**
     * Reads what is known about codes, which nothing needs to diagnose a case.
     *
     * @throws InvalidRulebookException if a file is wrong
     */
    public static Codes codes(List<Layer> layers) {
        List<Problem> problems = new ArrayList<>();
        Codes codes = codes(layers, problems);
        if (!problems.isEmpty()) {
            throw new InvalidRulebookException(problems);
        }
        return codes;
    }

    private static Codes codes(List<Layer> layers, List<Problem> problems) {
        SortedMap<String, Node> documents = new TreeMap<>();
        for (Layer layer : layers) {
            layer.files().forEach((path, content) -> {
                if (path.startsWith(Codes.FOLDER) && path.endsWith(".yaml")) {
                    CardReader.document(layer.shown(path), content, problems)
                            .ifPresent(fields -> documents.put(path, fields.map()));
                }
            });
        }
        return Codes.read(documents, problems);
    }

    private void header(Layer layer, List<Problem> problems) {
        byte[] content = layer.files().get(HEADER);
        if (content == null) {
            return;
        }
        Place place = Place.startOf(layer.shown(HEADER));
        if (header != null) {
            problems.add(Problem.of(ProblemCode.RULEBOOK_HEADER_TWICE, place));
            return;
        }
        header = CardReader.document(layer.shown(HEADER), content, problems)
                .map(RulebookHeader::read)
                .orElse(null);
        memory.under(List.of(new String(content, StandardCharsets.UTF_8)));
        byte[] gone = layer.files().get(RETIRED);
        if (gone != null) {
            retired = CardReader.document(layer.shown(RETIRED), gone, problems)
                    .map(RulebookHeader::retired)
                    .orElse(List.of());
        }
    }

    private void files(Layer layer, List<Problem> problems) {
        Set<String> seen = new HashSet<>();
        layer.files().forEach((path, content) -> file(layer, path, content, seen, problems));
    }

    private void file(Layer layer, String path, byte[] content, Set<String> seen, List<Problem> problems) {
        // ids are retired beside the header only
        boolean read = !path.equals(RETIRED) || layer.files().containsKey(HEADER);
        if (read && OTHER_FILE.matcher(path).matches()) {
            return;
        }
        Matcher step = STEP_FILE.matcher(path);
        Matcher deduction = DEDUCTION_FILE.matcher(path);
        Matcher diagnosis = DIAGNOSIS_FILE.matcher(path);
        if (step.matches()) {
            step(layer, path, content, step.group(1), problems);
        } else if (deduction.matches()) {
            boolean first = seen.add("deductions/" + deduction.group(1));
            part(layer, path, content, new Folder("deductions", deduction.group(1), true, first), problems);
        } else if (diagnosis.matches()) {
            boolean first = seen.add(diagnosis.group(1) + "/" + diagnosis.group(2));
            part(layer, path, content, new Folder(diagnosis.group(1), diagnosis.group(2), false, first), problems);
        } else {
            List<String> names = path.startsWith("deductions/")
                    ? List.of("rule.drl", "cases.yaml")
                    : List.of("rule.drl", "diagnosis.yaml", "cases.yaml");
            problems.add(new Problem(
                    ProblemCode.STRAY_FILE,
                    Place.startOf(layer.shown(path)),
                    List.of(path),
                    Nearest.to(path.substring(path.lastIndexOf('/') + 1), names)));
        }
    }

    private record Folder(String area, String id, boolean deduction, boolean first) {}

    private void part(Layer layer, String path, byte[] content, Folder folder, List<Problem> problems) {
        Place place = Place.startOf(layer.shown(path));
        if (folder.first() && !enter(folder, place, problems)) {
            return;
        }
        if (!wanted.file(path)) {
            unread.add(folder.id());
            return;
        }
        String file = layer.shown(path);
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "rule.drl" ->
                rules.putIfAbsent(
                        folder.id(),
                        new RuleFile(
                                folder.id(),
                                path,
                                file,
                                new String(content, StandardCharsets.UTF_8),
                                folder.deduction()));
            case "cases.yaml" ->
                cases.addAll(memory.of(
                        file,
                        content,
                        new KnowledgeMemory.Found(problems, references),
                        found -> CaseReader.read(folder.id(), file, content, found.references(), found.problems())));
            default -> {
                cardPlaces.put(folder.id(), place);
                memory.of(file, content, new KnowledgeMemory.Found(problems, references), found -> area(folder.area())
                                .flatMap(area -> CardReader.card(
                                        folder.id(), area, file, content, found.references(), found.problems())))
                        .ifPresent(card -> cards.put(card.id(), card));
            }
        }
    }

    private boolean enter(Folder folder, Place place, List<Problem> problems) {
        Place other = folders.putIfAbsent(folder.id(), place);
        if (other != null) {
            problems.add(Problem.of(ProblemCode.ID_TWICE, place, folder.id(), other.file()));
            return false;
        }
        if (!ID.matcher(folder.id()).matches()) {
            problems.add(Problem.of(ProblemCode.BAD_ID, place, folder.id()));
        }
        retired.stream()
                .filter(gone -> gone.id().equals(folder.id()))
                .forEach(gone -> problems.add(Problem.of(ProblemCode.ID_RETIRED, place, folder.id())));
        if (!folder.deduction() && area(folder.area()).isEmpty()) {
            List<String> known = areas().stream().map(Area::id).toList();
            problems.add(new Problem(
                    ProblemCode.UNKNOWN_AREA, place, List.of(folder.area()), Fields.offer(folder.area(), known)));
        }
        return true;
    }

    private void step(Layer layer, String path, byte[] content, String id, List<Problem> problems) {
        Place place = Place.startOf(layer.shown(path));
        if (!wanted.file(path)) {
            unread.add(id);
            return;
        }
        memory.of(place.file(), content, new KnowledgeMemory.Found(problems, references), found -> CardReader.document(
                                place.file(), content, found.problems())
                        .map(fields -> CardReader.step(id, fields, found.references(), found.problems())))
                .ifPresent(step -> enter(step, place, problems));
    }

    private void enter(Step step, Place place, List<Problem> problems) {
        if (steps.putIfAbsent(step.id(), step) != null) {
            problems.add(Problem.of(ProblemCode.ID_TWICE, place, step.id(), "steps"));
            return;
        }
        stepPlaces.put(step.id(), place);
        if (!ID.matcher(step.id()).matches()) {
            problems.add(Problem.of(ProblemCode.BAD_ID, place, step.id()));
        }
    }

    private void checkComplete(List<Problem> problems) {
        Set<String> kinds = new HashSet<>();
        cases.forEach(one -> kinds.add(one.owner() + " " + one.expect().word()));
        folders.forEach((id, place) -> {
            if (!wanted.folder(id)) {
                return;
            }
            String folder = place.file().substring(0, place.file().lastIndexOf('/'));
            RuleFile rule = rules.get(id);
            boolean deduction = folder.endsWith("deductions/" + id);
            if (rule == null) {
                problems.add(Problem.of(ProblemCode.FILE_MISSING, Place.startOf(folder + "/rule.drl"), id));
            }
            if (!deduction && !cardPlaces.containsKey(id)) {
                problems.add(Problem.of(ProblemCode.FILE_MISSING, Place.startOf(folder + "/diagnosis.yaml"), id));
            }
            for (RuleCase.Expected expected : RuleCase.Expected.values()) {
                if (!kinds.contains(id + " " + expected.word())) {
                    problems.add(Problem.of(
                            ProblemCode.CASE_MISSING, Place.startOf(folder + "/cases.yaml"), id, expected.word()));
                }
            }
        });
    }

    private void checkReferences(List<Problem> problems) {
        Map<String, Place> own = placesOfOwn();
        for (Card card : cards.values()) {
            Place place = cardPlaces.getOrDefault(card.id(), Place.startOf(card.id()));
            for (Card.Remedy remedy : card.remedies()) {
                Step inline = remedy.inline();
                if (inline != null) {
                    enter(inline, own.getOrDefault(place.file() + "\n" + inline.id(), place), problems);
                }
            }
        }
        references.forEach(reference -> check(reference, problems));
        for (Step step : steps.values()) {
            Place place = stepPlaces.getOrDefault(step.id(), Place.startOf(step.id()));
            if (needs(step.id(), new HashSet<>()).contains(step.id())) {
                problems.add(Problem.of(ProblemCode.STEP_CYCLE, place, step.id()));
            }
        }
    }

    private Set<String> needs(String id, Set<String> found) {
        Step step = steps.get(id);
        if (step != null) {
            for (String needed : step.needs()) {
                if (found.add(needed)) {
                    needs(needed, found);
                }
            }
        }
        return found;
    }

    /** Where the ids of steps stand that are written in cards, by the file of the card and the id. */
    private Map<String, Place> placesOfOwn() {
        Map<String, Place> places = new HashMap<>();
        for (Reference reference : references) {
            if (reference.key().equals(CardReader.OWN)) {
                places.putIfAbsent(reference.place().file() + "\n" + reference.id(), reference.place());
            }
        }
        return places;
    }

    private void check(Reference reference, List<Problem> problems) {
        switch (reference.to()) {
            case STEP -> check(reference, steps.keySet(), problems);
            case DIAGNOSIS -> check(reference, cards.keySet(), problems);
            case WAY, RULE -> {
                // what the rules are called is not known here
            }
        }
    }

    private void check(Reference reference, Collection<String> known, List<Problem> problems) {
        String id = reference.id();
        // one that is empty is refused for that
        if (!id.isEmpty() && !known.contains(id) && !unread.contains(id)) {
            problems.add(new Problem(
                    ProblemCode.UNKNOWN_REFERENCE,
                    reference.place(),
                    List.of(reference.key(), id),
                    Nearest.to(id, known)));
        }
    }

    /**
     * Compares the ways that sources name, and the rules that cases name, with those that are there.
     *
     * @param rules names of all rules
     * @param problems takes the names that no rule has
     */
    public void checkRules(Collection<String> rules, List<Problem> problems) {
        Map<String, List<String>> byOwner = new HashMap<>();
        for (String rule : rules) {
            int end = rule.indexOf('/');
            byOwner.computeIfAbsent(end < 0 ? rule : rule.substring(0, end), owner -> new ArrayList<>())
                    .add(rule);
        }
        Map<String, List<String>> ways = new HashMap<>();
        byOwner.forEach(
                (owner, own) -> ways.put(owner, own.stream().map(Knowledge::way).toList()));
        for (Reference reference : references) {
            // of a folder whose rules were refused nothing can be said
            List<String> own = byOwner.getOrDefault(reference.owner(), List.of());
            if (own.isEmpty()) {
                continue;
            }
            if (reference.to() == Reference.To.WAY) {
                check(reference, ways.getOrDefault(reference.owner(), List.of()), problems);
            } else if (reference.to() == Reference.To.RULE && !own.contains(reference.id())) {
                problems.add(
                        Problem.of(ProblemCode.UNKNOWN_REFERENCE, reference.place(), reference.key(), reference.id())
                                .remedy(Fields.offer(reference.id(), own)));
            }
        }
    }

    /** A rule as the card of its folder names it. */
    private static String way(String rule) {
        return rule.substring(rule.indexOf('/') + 1);
    }

    private Optional<Area> area(String id) {
        return areas().stream().filter(area -> area.id().equals(id)).findFirst();
    }

    /** Whether there was a header that could be read; without one nothing else is. */
    public boolean isRead() {
        return header != null;
    }

    /** Version, areas and weights. */
    public RulebookHeader header() {
        if (header == null) {
            throw new IllegalStateException("no rulebook.yaml");
        }
        return header;
    }

    /** The areas in connection order. */
    public List<Area> areas() {
        return header().areas();
    }

    /** Cards by id. */
    public Map<String, Card> cards() {
        return cards;
    }

    /** Steps by id, shared and inline. */
    public Map<String, Step> steps() {
        return steps;
    }

    /** Rule files by owner. */
    public Map<String, RuleFile> rules() {
        return rules;
    }

    /** All cases, by owner and in the order written. */
    public List<RuleCase> cases() {
        return List.copyOf(cases);
    }

    /** Ids that once existed. */
    public List<Retired> retired() {
        return retired;
    }

    /** Makes one card of its document: the way of a rulebook whose cards are read when they are shown. */
    public static Card card(String id, Area area, Node document) {
        return read(document, (fields, problems) -> CardReader.card(id, area, fields, new ArrayList<>(), problems));
    }

    /** Makes one step of its document. */
    public static Step step(String id, Node document) {
        return read(document, (fields, problems) -> CardReader.step(id, fields, new ArrayList<>(), problems));
    }

    private static <T> T read(Node document, BiFunction<Fields, List<Problem>, T> reader) {
        List<Problem> problems = new ArrayList<>();
        Optional<T> read = Fields.of(document, problems).map(fields -> reader.apply(fields, problems));
        if (!problems.isEmpty()) {
            throw new InvalidRulebookException(problems);
        }
        return read.orElseThrow();
    }
}
