package org.rdpdx.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.FactText;
import org.rdpdx.facts.InvalidFactFileException;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.ValueType;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.inquiry.Inquiry;
import org.rdpdx.inquiry.ToCollect;
import org.rdpdx.inquiry.Wanted;
import org.rdpdx.report.AskText;
import org.rdpdx.rulebook.Rulebook;

/** Asks about a case, one fact after the other, and writes each answer at once. Not safe for use by several threads. */
final class Dialogue {

    private static final Set<String> DO_NOT_KNOW =
            Set.of("", "d", "don't know", "dont know", "do not know", "unknown", "skip");
    private static final Set<String> YES = Set.of("yes", "y", "true");
    private static final Set<String> NO = Set.of("no", "n", "false");
    private static final String BACK = "back";

    private final Console console;
    private final BufferedReader in;
    private final AskFile file;
    private final Rulebook rulebook;
    private final AskText text;
    private final Deque<State> history = new ArrayDeque<>();
    private State state;
    /** Whether the question was answered in a way that is not right, and stands there still. */
    private boolean slipped;

    Dialogue(Console console, AskFile file, Rulebook rulebook, AskText text) {
        this.console = console;
        this.in = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
        this.file = file;
        this.rulebook = rulebook;
        this.text = text;
        CaseFacts facts = file.facts("");
        this.state = new State(
                List.of(),
                facts,
                Inquiry.about(facts, rulebook, Set.of()),
                Set.of(),
                Set.of(),
                null,
                List.of(),
                Map.of());
    }

    /**
     * One question.
     *
     * @param wanted what it is asked for
     * @param property the property asked for; null if it is asked whether the thing is there
     * @param choices the words to choose from; empty if the property alone says what is right
     * @param naming whether it only says which thing is meant
     */
    private record Question(Wanted wanted, @Nullable String property, List<String> choices, boolean naming) {

        Optional<Property> asked() {
            String name = property;
            return name == null ? Optional.empty() : Optional.of(FactPaths.property(wanted.kind(), name));
        }
    }

    /**
     * A document that was added.
     *
     * @param thing what names the thing it is about; empty if it is about none that more can be said of
     */
    private record Document(String thing, String text) {}

    /**
     * Where the dialogue stands.
     *
     * @param leftOut what is not asked again
     * @param notKnown what of it was not known to the one who was asked
     * @param step what is being collected; null before the first
     * @param open the questions left of it
     * @param names what names the thing that is being asked about
     */
    private record State(
            List<Document> documents,
            CaseFacts facts,
            Inquiry inquiry,
            Set<Wanted> leftOut,
            Set<Wanted> notKnown,
            @Nullable ToCollect step,
            List<Question> open,
            Map<String, Object> names) {

        State at(@Nullable ToCollect nextStep, List<Question> questions, Map<String, Object> named) {
            return new State(documents, facts, inquiry, leftOut, notKnown, nextStep, questions, named);
        }
    }

    /** Asks until nothing more is worth asking, or nobody answers any more. */
    void hold() {
        say(text.opening(file.path().toString(), file.isNew()));
        say(text.help());
        while (true) {
            Question question = next();
            if (question == null) {
                say(text.finished(state.inquiry(), state.notKnown().size()));
                return;
            }
            if (!slipped) {
                say(text.question(shown(question), question.wanted().kind(), question.asked(), question.choices()));
            }
            slipped = false;
            String line = read();
            if (line == null || isQuit(line)) {
                say(text.stopped(file.path().toString()));
                return;
            }
            if (!answered(question, line)) {
                say(text.stopped(file.path().toString()));
                return;
            }
        }
    }

    private void say(String lines) {
        console.out().print(lines);
        console.out().flush();
    }

    private void slip(String lines) {
        say(lines);
        slipped = true;
    }

    /** What was typed, echoed where it is not seen on the screen anyway; null at the end of input. */
    private @Nullable String read() {
        say(text.prompt());
        try {
            String line = in.readLine();
            String shown = line == null ? "" : line.replace("\uFEFF", "").strip();
            if (line == null || !Console.showsWhatIsTyped()) {
                console.out().println(shown);
            }
            return line == null ? null : shown;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isQuit(String line) {
        String word = line.toLowerCase(Locale.ROOT);
        return word.equals("quit") || word.equals("exit");
    }

    // ------------------------------------------------------------------ what to ask

    private @Nullable Question next() {
        while (true) {
            List<Question> open = new ArrayList<>(state.open());
            while (!open.isEmpty() && isMoot(open.get(0), open)) {
                open.remove(0);
            }
            state = state.at(state.step(), open, state.names());
            if (!open.isEmpty()) {
                return open.get(0);
            }
            Optional<ToCollect> best = state.inquiry().next();
            if (best.isEmpty()) {
                return null;
            }
            begin(best.get());
        }
    }

    private boolean isMoot(Question question, List<Question> open) {
        if (question.naming()) {
            return open.stream().allMatch(other -> other.naming() || isMoot(other, open));
        }
        return state.leftOut().contains(question.wanted()) || Inquiry.isKnown(meant(question.wanted()), state.facts());
    }

    /** Takes of a step what is about one and the same thing. */
    private void begin(ToCollect best) {
        String beside = best.wanted().get(0).beside();
        List<Wanted> wanted = best.wanted().stream()
                .filter(one -> one.beside().equals(beside))
                .toList();
        ToCollect step = new ToCollect(wanted, best.how(), best.decides(), best.worth());
        List<Question> open = new ArrayList<>();
        Map<String, Object> names = new LinkedHashMap<>();
        Inquiry.names(wanted.get(0)).forEach((name, values) -> {
            if (values.size() == 1) {
                names.put(name, values.get(0));
            } else {
                open.add(new Question(wanted.get(0), name, values, true));
            }
        });
        for (Wanted one : wanted) {
            Question question = new Question(one, one.property(), List.of(), false);
            // whether a thing is there comes before what it is like
            open.add(one.property() == null ? firstOf(open) : open.size(), question);
        }
        state = state.at(step, open, names);
        say(text.step(step));
    }

    private static int firstOf(List<Question> open) {
        return (int) open.stream().filter(Question::naming).count();
    }

    /** What is wanted, by the names that were said. */
    private Wanted meant(Wanted wanted) {
        Kind kind = wanted.kind();
        List<String> identity = new ArrayList<>();
        for (String name : kind.identity()) {
            Object value = state.names().get(name);
            if (value != null) {
                identity.add(value.toString());
            }
        }
        if (identity.size() != kind.identity().size()) {
            return wanted;
        }
        String property = wanted.property();
        String thing = FactPaths.of(wanted.viewpoint(), kind, identity);
        String beside = kind.needsOneOf().stream()
                .filter(state.names()::containsKey)
                .map(name -> name + " " + state.names().get(name))
                .collect(Collectors.joining(", "));
        return new Wanted(
                property == null ? thing : thing + "." + property,
                wanted.viewpoint(),
                kind,
                property,
                beside.isEmpty() ? wanted.beside() : beside);
    }

    private String shown(Question question) {
        return AskText.shown(meant(question.wanted()), Optional.ofNullable(question.property()));
    }

    // ------------------------------------------------------------------ what was answered

    /** Does what an answer says; false if nobody answers any more. */
    private boolean answered(Question question, String line) {
        String word = line.toLowerCase(Locale.ROOT);
        boolean literal = line.length() > 1 && line.startsWith("\"") && line.endsWith("\"");
        boolean value = literal || isWordOf(question, line);
        if (value) {
            take(question, literal ? line.substring(1, line.length() - 1) : line, literal);
        } else if (word.equals("?") || word.equals("why")) {
            say(text.why(state.inquiry(), question.wanted()));
        } else if (word.equals("help")) {
            say(text.help());
        } else if (word.equals(BACK)) {
            back();
        } else if (DO_NOT_KNOW.contains(word)) {
            leaveOut(question);
        } else if (word.equals("cannot") || word.startsWith("cannot ")) {
            return cannot(question, word.substring("cannot".length()).strip());
        } else if (word.equals("absent")) {
            absent(question);
        } else if (isNowhere(question, word)) {
            String viewpoint = question.wanted().viewpoint();
            add(question, new Document("", FactText.none(file.caseName(), viewpoint)));
        } else {
            take(question, line, false);
        }
        return true;
    }

    private static boolean isWordOf(Question question, String line) {
        return question.asked()
                .filter(property -> property.words().contains(line))
                .isPresent();
    }

    private static boolean isNowhere(Question question, String word) {
        String viewpoint = question.wanted().viewpoint();
        return Vocabulary.canBeNone().contains(viewpoint) && word.equals("no " + viewpoint.toLowerCase(Locale.ROOT));
    }

    private void back() {
        State before = history.pollLast();
        if (before == null) {
            slip(text.nothingToTakeBack());
            return;
        }
        boolean otherStep = !Objects.equals(before.step(), state.step());
        Inquiry changed = state.inquiry();
        file.write(documents(before.documents()));
        state = before;
        say(text.takenBack(shown(before.open().get(0))));
        say(text.changed(changed, before.inquiry()));
        ToCollect step = before.step();
        if (otherStep && step != null) {
            say(text.step(step));
        }
    }

    /** What is not known is not asked again; of a thing that nobody can name nothing else is asked. */
    private void leaveOut(Question question) {
        Set<Wanted> leftOut = new HashSet<>(state.leftOut());
        Set<Wanted> notKnown = new HashSet<>(state.notKnown());
        for (Wanted wanted : concerned(question)) {
            leftOut.add(wanted);
            notKnown.add(wanted);
        }
        history.addLast(state);
        Inquiry inquiry = Inquiry.about(state.facts(), rulebook, leftOut);
        state = new State(
                state.documents(),
                state.facts(),
                inquiry,
                leftOut,
                notKnown,
                state.step(),
                rest(question),
                state.names());
    }

    private List<Wanted> concerned(Question question) {
        if (!question.naming()) {
            return List.of(question.wanted());
        }
        return state.open().stream()
                .filter(other -> !other.naming())
                .map(Question::wanted)
                .toList();
    }

    private List<Question> rest(Question question) {
        List<Question> rest = new ArrayList<>(state.open());
        rest.remove(question);
        return rest;
    }

    /** Something could not be read: asks why, unless that was said; false if nobody answers any more. */
    private boolean cannot(Question question, String reason) {
        String because = reason;
        while (!Vocabulary.unreadReasons().contains(because)) {
            if (!because.isEmpty()) {
                say(text.noChoice(because, Vocabulary.unreadReasons()));
            }
            say(text.reasons());
            String line = read();
            if (line == null || isQuit(line)) {
                return false;
            }
            because = line.toLowerCase(Locale.ROOT);
            if (because.isEmpty() || because.equals(BACK)) {
                return true;
            }
        }
        StringBuilder unread = new StringBuilder();
        for (Wanted wanted : concerned(question)) {
            unread.append(FactText.unread(file.caseName(), meant(wanted).path(), because));
        }
        add(question, new Document("", unread.toString()));
        return true;
    }

    private void absent(Question question) {
        Wanted wanted = question.wanted();
        if (!wanted.kind().absentable()) {
            slip(text.alwaysThere(wanted));
            return;
        }
        List<Map<String, Object>> entries = new ArrayList<>();
        for (String name : question.choices().isEmpty() ? List.of("") : question.choices()) {
            Map<String, Object> entry = new LinkedHashMap<>(state.names());
            String property = question.property();
            if (!name.isEmpty() && property != null) {
                entry.put(property, name);
            }
            entry.put(Kind.PRESENT, "false");
            entries.add(entry);
        }
        add(question, new Document("", things(wanted, entries)));
    }

    private void take(Question question, String answer, boolean literal) {
        Optional<Property> asked = question.asked();
        if (asked.isEmpty()) {
            isThere(question, answer.toLowerCase(Locale.ROOT));
            return;
        }
        Object value = value(asked.get(), answer, literal);
        if (question.naming()) {
            name(question, asked.get(), answer);
            return;
        }
        add(question, saying(question.wanted(), asked.get().name(), value));
    }

    private void isThere(Question question, String word) {
        if (NO.contains(word)) {
            absent(question);
        } else if (YES.contains(word)) {
            boolean absentable = question.wanted().kind().absentable();
            add(question, saying(question.wanted(), absentable ? Kind.PRESENT : "", "true"));
        } else {
            slip(text.yesOrNo(word));
        }
    }

    private static Object value(Property property, String answer, boolean literal) {
        if (property.set()) {
            if (literal) {
                return List.of(answer);
            }
            List<String> values = new ArrayList<>();
            for (String part :
                    answer.equalsIgnoreCase("none") && !property.words().contains(answer)
                            ? new String[0]
                            : answer.split(",", -1)) {
                if (!part.isBlank()) {
                    values.add(part.strip());
                }
            }
            return values;
        }
        if (property.type() != ValueType.FLAG) {
            return answer;
        }
        String word = answer.toLowerCase(Locale.ROOT);
        return YES.contains(word) ? "true" : NO.contains(word) ? "false" : answer;
    }

    /** Takes what says which thing is meant; it is written with the first that is said of the thing. */
    private void name(Question question, Property property, String answer) {
        Optional<String> choice = question.choices().stream()
                .filter(one -> one.equalsIgnoreCase(answer))
                .findFirst();
        if (!question.choices().isEmpty() && choice.isEmpty()) {
            slip(text.noChoice(answer, question.choices()));
            return;
        }
        List<Problem> problems = namingProblems(question.wanted(), property, answer);
        if (!problems.isEmpty()) {
            slip(text.refused(problems));
            return;
        }
        history.addLast(state);
        Map<String, Object> names = new LinkedHashMap<>(state.names());
        names.put(property.name(), choice.orElse(answer));
        state = state.at(state.step(), rest(question), names);
    }

    /** What is wrong with a name by itself; that it alone does not name a thing is not. */
    private static List<Problem> namingProblems(Wanted wanted, Property property, String answer) {
        try {
            String list = FactPaths.of(wanted.viewpoint(), wanted.kind(), List.of());
            CaseFacts.named("-").add(list, Map.of(property.name(), answer)).build();
            return List.of();
        } catch (InvalidFactFileException refused) {
            return refused.problems().stream()
                    .filter(problem -> problem.code() != ProblemCode.MISSING_IDENTITY
                            && problem.code() != ProblemCode.NEEDS_ONE_OF)
                    .toList();
        }
    }

    // ------------------------------------------------------------------ what is written

    /** A document that says something about the thing; with all that was said of it before where entries are not merged. */
    private Document saying(Wanted wanted, String property, Object value) {
        Map<String, Object> said = new LinkedHashMap<>(state.names());
        String thing = "";
        if (wanted.kind().repeatable()) {
            Wanted meant = meant(wanted);
            thing = FactPaths.of(wanted.viewpoint(), wanted.kind(), List.of()) + " " + state.names();
            Inquiry.things(meant, state.facts()).forEach(fact -> said.putAll(written(fact)));
        }
        if (!property.isEmpty()) {
            said.put(property, value);
        }
        return new Document(thing, things(wanted, List.of(said)));
    }

    private static Map<String, Object> written(Fact fact) {
        Map<String, Object> written = new LinkedHashMap<>();
        for (Property property : fact.factKind().ownProperties()) {
            Object value = fact.value(property.name());
            if (value != null && !property.derived()) {
                written.put(
                        property.name(),
                        value instanceof List<?> list
                                ? list.stream().map(Object::toString).toList()
                                : property.text(value));
            }
        }
        return written;
    }

    private String things(Wanted wanted, List<Map<String, Object>> entries) {
        ToCollect step = state.step();
        boolean measured = step != null
                && step.way().filter(way -> !way.command().isEmpty()).isPresent();
        String how = measured ? "measured" : "told";
        return FactText.things(file.caseName(), wanted.viewpoint(), wanted.kind(), entries, how);
    }

    private static String documents(List<Document> documents) {
        return documents.stream().map(Document::text).collect(Collectors.joining());
    }

    /** Writes a document, or says why not. */
    private void add(Question question, Document document) {
        List<Document> documents = new ArrayList<>(state.documents());
        // the same thing with more said of it
        documents.removeIf(other -> !other.thing().isEmpty() && other.thing().equals(document.thing()));
        documents.add(document);
        List<Problem> problems = file.problems(documents(documents));
        if (!problems.isEmpty()) {
            slip(text.refused(problems));
            return;
        }
        file.write(documents(documents));
        history.addLast(state);
        Set<Wanted> leftOut = new HashSet<>(state.leftOut());
        leftOut.addAll(concerned(question));
        CaseFacts facts = file.facts(documents(documents));
        Inquiry inquiry = Inquiry.about(facts, rulebook, leftOut);
        State before = state;
        state = new State(
                documents, facts, inquiry, leftOut, state.notKnown(), state.step(), rest(question), state.names());
        say(text.changed(before.inquiry(), inquiry));
    }
}
