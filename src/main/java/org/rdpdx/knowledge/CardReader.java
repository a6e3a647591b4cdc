package org.rdpdx.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.input.Documents;
import org.rdpdx.input.Fields;
import org.rdpdx.input.Node;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;

/** Reads cards and steps; the keys of both stand here and nowhere else. */
final class CardReader {

    private static final List<String> PRIVILEGES =
            List.of("none", "user", "administrator", "domain-admin", "cloud-admin");
    private static final List<String> STATUSES = List.of("stable", "experimental");

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

    static Optional<Card> card(String id, Area area, String file, byte[] content, List<Problem> problems) {
        return document(file, content, problems).map(fields -> card(id, area, fields, problems));
    }

    static Card card(String id, Area area, Fields fields, List<Problem> problems) {
        String title = fields.requiredText("title");
        String why = fields.requiredText("why");
        Frequency frequency = word(fields, "frequency", Frequency.class, Frequency.values());
        List<Phase> stated = fields.words("stages", Phase.words()).stream()
                .map(word -> Phase.of(word).orElseThrow())
                .toList();
        List<Card.Remedy> remedies = remedies(fields, problems);
        List<LookAlike> lookAlikes = new ArrayList<>();
        for (Fields like : fields.maps("lookAlikes")) {
            lookAlikes.add(new LookAlike(like.requiredText("id"), like.requiredText("tellApart")));
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
                fields.texts("explains"),
                fields.texts("falsePositives"),
                sources(fields),
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

    private static List<Card.Remedy> remedies(Fields card, List<Problem> problems) {
        List<Card.Remedy> remedies = new ArrayList<>();
        for (Fields fields : card.maps("steps")) {
            Cures cures = fields.has("cures") ? word(fields, "cures", Cures.class, Cures.values()) : null;
            Optional<String> shared = fields.text("use");
            if (shared.isPresent()) {
                remedies.add(new Card.Remedy(shared.get(), null, cures));
                fields.end();
            } else {
                String id = fields.requiredText("id");
                remedies.add(new Card.Remedy(id, step(id, fields, problems), cures));
            }
        }
        return remedies;
    }

    static Step step(String id, Fields fields, List<Problem> problems) {
        StepClass kind = word(fields, "class", StepClass.class, StepClass.values());
        Optional<Integer> temporary = integer(fields, "temporaryMinutes");
        Optional<String> undo = fields.text("undo");
        if (kind != StepClass.CHECK && undo.isEmpty()) {
            fields.missing("undo");
        }
        if (kind == StepClass.WEAKENS_SECURITY && temporary.isEmpty()) {
            fields.missing("temporaryMinutes");
        }
        Step step = new Step(
                id,
                fields.requiredText("title"),
                fields.requiredWord("where", Vocabulary.viewpoints()),
                kind,
                fields.requiredText("action"),
                fields.text("command").map(String::stripTrailing),
                policy(fields),
                fields.requiredWord("privilege", PRIVILEGES),
                fields.requiredInteger("minutes"),
                fields.requiredInteger("downtimeMinutes"),
                requiredFlag(fields, "cutsAccess"),
                temporary,
                fields.requiredText("verify"),
                undo,
                fields.texts("needs"),
                applies(fields),
                sources(fields));
        if (step.sources().isEmpty()) {
            fields.missing("sources");
        }
        fields.end();
        return step;
    }

    private static List<Step.Applies> applies(Fields step) {
        List<Step.Applies> applies = new ArrayList<>();
        for (String key : List.of("unless", "onlyIf")) {
            step.map(key).ifPresent(fields -> {
                applies.add(new Step.Applies(fields.requiredText("fact"), fields.texts("is"), key.equals("onlyIf")));
                if (fields.list("is").isEmpty()) {
                    fields.missing("is");
                }
                fields.end();
            });
        }
        return applies;
    }

    private static Optional<Step.PolicyVariant> policy(Fields step) {
        return step.map("policy").map(fields -> {
            Step.PolicyVariant variant = new Step.PolicyVariant(
                    fields.requiredText("owner"),
                    fields.requiredText("action"),
                    fields.text("command").map(String::stripTrailing));
            fields.end();
            return variant;
        });
    }

    private static List<Source> sources(Fields fields) {
        List<Source> sources = new ArrayList<>();
        for (Fields source : fields.maps("sources")) {
            String url = source.requiredText("url");
            LocalDate checked = date(source, "checked");
            sources.add(new Source(url, checked, source.text("says").orElse("")));
            source.end();
        }
        return sources;
    }

    private static LocalDate date(Fields fields, String key) {
        String text = fields.requiredText(key);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            if (!text.isEmpty()) {
                fields.problem(ProblemCode.WRONG_TYPE, key, key, "date", text);
            }
            return LocalDate.EPOCH;
        }
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
