package org.rdpdx.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.input.Documents;
import org.rdpdx.input.Fields;
import org.rdpdx.input.Node;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.input.SequenceNode;

/** Reads cards and steps; the keys of both stand here and nowhere else. */
final class CardReader {

    private static final List<String> PRIVILEGES =
            List.of("none", "user", "administrator", "domain-admin", "cloud-admin");
    private static final List<String> STATUSES = List.of("stable", "experimental");

    /** The key of a step that is written in a card. */
    static final String OWN = "id";

    private CardReader() {}

    /** The one map that a file holds. */
    static Optional<Fields> document(String file, byte[] content, List<Problem> problems) {
        List<Node> documents = Documents.read(file, content, problems);
        if (documents.isEmpty()) {
            return Optional.empty();
        }
        if (documents.size() > 1) {
            problems.add(
                    Problem.of(ProblemCode.SEVERAL_DOCUMENTS, documents.get(1).place()));
        }
        return Fields.of(documents.get(0), problems);
    }

    static Optional<Card> card(
            String id, Area area, String file, byte[] content, List<Reference> references, List<Problem> problems) {
        return document(file, content, problems).map(fields -> card(id, area, fields, references, problems));
    }

    /**
     * Reads a card.
     *
     * @param references takes the ids that it names
     */
    static Card card(String id, Area area, Fields fields, List<Reference> references, List<Problem> problems) {
        String title = fields.requiredText("title");
        String why = fields.requiredText("why");
        Frequency frequency = word(fields, "frequency", Frequency.class, Frequency.values());
        List<Phase> stated = fields.words("stages", Phase.words()).stream()
                .map(word -> Phase.of(word).orElseThrow())
                .toList();
        List<Card.Remedy> remedies = remedies(id, fields, references, problems);
        List<LookAlike> lookAlikes = new ArrayList<>();
        for (Fields like : fields.maps("lookAlikes")) {
            String other = like.requiredText("id");
            lookAlikes.add(new LookAlike(other, like.requiredText("tellApart")));
            references.add(new Reference("lookAlikes", other, like.place("id"), Reference.To.DIAGNOSIS, id));
            like.end();
        }
        Card card = new Card(
                id,
                area.id(),
                title,
                why,
                frequency,
                stated.isEmpty() ? area.phases() : stated,
                remedies,
                lookAlikes,
                references(fields, "explains", Reference.To.DIAGNOSIS, id, references),
                fields.texts("falsePositives"),
                sources(id, fields, references),
                fields.requiredText("since"),
                fields.requiredWord("status", STATUSES));
        if (remedies.isEmpty()) {
            fields.missing("steps");
        }
        if (card.sources().isEmpty()) {
            fields.missing("sources");
        }
        fields.end();
        return card;
    }

    private static List<String> references(
            Fields fields, String key, Reference.To to, String owner, List<Reference> references) {
        List<String> ids = fields.texts(key);
        if (fields.node(key).orElse(null) instanceof SequenceNode list
                && list.items().size() == ids.size()) {
            for (int i = 0; i < ids.size(); i++) {
                references.add(
                        new Reference(key, ids.get(i), list.items().get(i).place(), to, owner));
            }
        }
        return ids;
    }

    private static List<Card.Remedy> remedies(
            String owner, Fields card, List<Reference> references, List<Problem> problems) {
        List<Card.Remedy> remedies = new ArrayList<>();
        card.maps("steps").forEach(fields -> remedies.add(remedy(owner, fields, references, problems)));
        return remedies;
    }

    /** Reads one entry of the steps of a card: the name of a shared step, or a step of its own. */
    static Card.Remedy remedy(String owner, Fields fields, List<Reference> references, List<Problem> problems) {
        Cures cures = fields.word("cures", Words.of(Cures.values()))
                .map(word -> Words.constant(Cures.class, word))
                .orElse(null);
        Optional<String> shared = fields.text("use");
        if (shared.isPresent()) {
            references.add(new Reference("steps", shared.get(), fields.place("use"), Reference.To.STEP, owner));
            fields.end();
            return new Card.Remedy(shared.get(), null, cures);
        }
        String id = fields.requiredText(OWN);
        Step own = step(id, fields, references, problems);
        references.add(new Reference(OWN, id, fields.place(OWN), Reference.To.STEP, owner));
        return new Card.Remedy(id, own, cures);
    }

    /**
     * Reads a step.
     *
     * @param references takes the ids that it names
     */
    static Step step(String id, Fields fields, List<Reference> references, List<Problem> problems) {
        StepClass kind = word(fields, "class", StepClass.class, StepClass.values());
        Optional<Integer> temporary = integer(fields, "temporaryMinutes");
        Optional<String> undo = fields.text("undo");
        if (kind != StepClass.CHECK && !fields.has("undo")) {
            fields.problem(ProblemCode.UNDO_MISSING, "class", Words.of(kind));
        }
        if (kind == StepClass.WEAKENS_SECURITY && !fields.has("temporaryMinutes")) {
            fields.problem(ProblemCode.END_MISSING, "class", Words.of(kind));
        }
        Step step = new Step(
                id,
                fields.requiredText("title"),
                fields.requiredWord("where", Vocabulary.viewpoints()),
                kind,
                fields.requiredText("action"),
                fields.text("command").map(String::stripTrailing),
                policy(fields, problems),
                fields.requiredWord("privilege", PRIVILEGES),
                fields.requiredInteger("minutes"),
                fields.requiredInteger("downtimeMinutes"),
                requiredFlag(fields, "cutsAccess"),
                temporary,
                fields.requiredText("verify"),
                undo,
                references(fields, "needs", Reference.To.STEP, id, references),
                applies(fields, problems),
                sources(fields, source -> List.of()));
        if (step.sources().isEmpty()) {
            fields.missing("sources");
        }
        fields.end();
        return step;
    }

    private static List<Step.Applies> applies(Fields step, List<Problem> problems) {
        List<Step.Applies> applies = new ArrayList<>();
        for (String key : List.of("unless", "onlyIf")) {
            step.map(key).ifPresent(fields -> {
                applies.add(new Step.Applies(path(fields, "fact", problems), fields.texts("is"), key.equals("onlyIf")));
                if (fields.list("is").isEmpty()) {
                    fields.missing("is");
                }
                fields.end();
            });
        }
        return applies;
    }

    private static Optional<Step.PolicyVariant> policy(Fields step, List<Problem> problems) {
        return step.map("policy").map(fields -> {
            Step.PolicyVariant variant = new Step.PolicyVariant(
                    path(fields, "owner", problems),
                    fields.requiredText("action"),
                    fields.text("command").map(String::stripTrailing));
            fields.end();
            return variant;
        });
    }

    /** The path of a fact, which must be there. */
    static String path(Fields fields, String key, List<Problem> problems) {
        String path = fields.requiredText(key);
        if (!path.isEmpty()) {
            FactPaths.unknown(path)
                    .ifPresent(nearest -> problems.add(Problem.of(ProblemCode.BAD_PATH, fields.place(key), path)
                            .remedy(nearest)));
        }
        return path;
    }

    private static List<Source> sources(String owner, Fields card, List<Reference> references) {
        return sources(card, source -> references(source, "ways", Reference.To.WAY, owner, references));
    }

    private static List<Source> sources(Fields fields, Function<Fields, List<String>> ways) {
        List<Source> sources = new ArrayList<>();
        for (Fields source : fields.maps("sources")) {
            String url = source.requiredText("url");
            LocalDate checked = source.requiredDate("checked");
            sources.add(new Source(url, checked, source.text("says").orElse(""), ways.apply(source)));
            source.end();
        }
        return sources;
    }

    private static <E extends Enum<E>> E word(Fields fields, String key, Class<E> type, E[] constants) {
        String word = fields.requiredWord(key, Words.of(constants));
        return word.isEmpty() ? constants[0] : Words.constant(type, word);
    }

    private static boolean requiredFlag(Fields fields, String key) {
        Optional<Boolean> flag = fields.flag(key);
        if (flag.isEmpty() && !fields.has(key)) {
            fields.missing(key);
        }
        return flag.orElse(false);
    }

    private static Optional<Integer> integer(Fields fields, String key) {
        var integer = fields.integer(key);
        return integer.isPresent() ? Optional.of(integer.getAsInt()) : Optional.empty();
    }
}
