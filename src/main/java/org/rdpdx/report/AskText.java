package org.rdpdx.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.facts.CollectWay;
import org.rdpdx.facts.Collecting;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.ValueType;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.input.Nearest;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.inquiry.Inquiry;
import org.rdpdx.inquiry.ToCollect;
import org.rdpdx.inquiry.Wanted;

/** What somebody reads who is asked about a case. Each text is whole lines, ready to print. */
public final class AskText {

    /** Causes that are named beside a question. */
    private static final int MOST_CAUSES = 6;

    private final int width;
    private final boolean colour;

    /**
     * For a page of that width.
     *
     * @param width in columns
     * @param colour whether what matters stands out in colour
     */
    public AskText(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    private Page page() {
        return new Page(width, colour);
    }

    private String lines(String words) {
        Page page = page();
        page.wrapped(0, words);
        return page.toString();
    }

    /** Where the answers go. */
    public String opening(String file, boolean isNew) {
        return lines(Messages.text(isNew ? "ask.new" : "ask.resumed", Shown.line(file)));
    }

    /** What can be answered. */
    public String help() {
        Page page = page();
        page.wrapped(0, Messages.text("ask.help"));
        for (String line : List.of(
                Messages.text("ask.help.why"),
                Messages.text("ask.help.skip"),
                Messages.text("ask.help.cannot"),
                Messages.text("ask.help.absent"),
                Messages.text("ask.help.none"),
                Messages.text("ask.help.back"),
                Messages.text("ask.help.quit"),
                Messages.text("ask.help.help"))) {
            int gap = line.indexOf(": ");
            String word = line.substring(0, gap);
            page.wrapped(
                    Page.Style.PLAIN,
                    "  " + word + " ".repeat(Math.max(2, 10 - word.length())),
                    12,
                    line.substring(gap + 2));
        }
        return page.toString();
    }

    /** The next thing to collect: which facts it answers, who can do it and how. */
    public String step(ToCollect step) {
        Page page = page();
        page.heading(Messages.text("ask.step", step.shown()));
        Optional<CollectWay> way = step.way();
        way.ifPresent(how -> PlanText.collecting(page, how));
        return "\n" + page;
    }

    /**
     * One question.
     *
     * @param shown path of what is asked for
     * @param kind its kind
     * @param property null if it is asked whether the thing is there
     * @param choices the words to choose from, where there are fewer than the property allows
     */
    public String question(String shown, Kind kind, Optional<Property> property, List<String> choices) {
        if (property.isEmpty()) {
            return lines(Messages.text("ask.present", shown, Collecting.of(kind).meaning()));
        }
        Property asked = property.get();
        String meaning = Collecting.of(kind).meaning(asked.name());
        String what = choices.isEmpty() ? expected(asked) : Messages.text("ask.one-of", String.join(", ", choices));
        return lines(
                meaning.isEmpty()
                        ? Messages.text("ask.value", shown, what)
                        : Messages.text("ask.value.meaning", shown, what, meaning));
    }

    private static String expected(Property property) {
        String one;
        if (property.type() == ValueType.WORD) {
            one = Messages.text("ask.one-of", String.join(", ", property.words()));
        } else if (property.type() == ValueType.FLAG) {
            one = Messages.text("ask.flag");
        } else if (property.unit().isEmpty()) {
            one = Messages.type(property.type().key());
        } else {
            one = Messages.text("ask.unit", Messages.type(property.type().key()), property.unit());
        }
        return property.set() ? Messages.text("ask.set", one) : one;
    }

    /** What an answer is typed after. */
    public String prompt() {
        return "> ";
    }

    /** Which causes a fact can make more or less likely. */
    public String why(Inquiry inquiry, Wanted wanted) {
        List<Diagnosis> causes = inquiry.decides(wanted);
        Page page = page();
        if (causes.isEmpty()) {
            page.wrapped(0, Messages.text("ask.why.nothing", wanted.path()));
            return page.toString();
        }
        page.wrapped(0, Messages.text("ask.why", wanted.path()));
        causes.stream().limit(MOST_CAUSES).forEach(cause -> page.wrapped(Page.Style.PLAIN, "  ", 4, named(cause)));
        if (causes.size() > MOST_CAUSES) {
            page.wrapped(2, Messages.text("ask.why.more", causes.size() - MOST_CAUSES));
        }
        return page.toString();
    }

    private static String named(Diagnosis diagnosis) {
        return Messages.text(
                "text.cause",
                diagnosis.cause().title(),
                diagnosis.id(),
                diagnosis.likelihood().word(),
                VerdictText.percent(diagnosis.confidence()));
    }

    /** What an answer changed: the first cause or how likely it is; nothing if neither. */
    public String changed(Inquiry before, Inquiry after) {
        Optional<Diagnosis> first = after.first();
        if (key(before.first()).equals(key(first))) {
            return "";
        }
        return lines(first.map(cause -> Messages.text("ask.first", named(cause)))
                .orElseGet(() -> Messages.text("ask.no-first")));
    }

    private static String key(Optional<Diagnosis> cause) {
        return cause.map(one -> one.id() + " " + one.likelihood()).orElse("");
    }

    /** Why an answer was not taken. */
    public String refused(List<Problem> problems) {
        return problems.stream()
                .map(AskText::sentence)
                .distinct()
                .map(this::lines)
                .collect(Collectors.joining());
    }

    /** What to write stands in the question already. */
    private static String sentence(Problem problem) {
        if (problem.code() == ProblemCode.UNKNOWN_MESSAGE && problem.remedy().isEmpty()) {
            return Messages.text("ask.no-dialog", Shown.brief(problem.what().get(0)));
        }
        boolean isOther =
                problem.code() == ProblemCode.UNKNOWN_WORD && problem.remedy().isEmpty();
        return isOther
                ? Messages.unknown("ask.no-choice", problem.what().get(1), List.of())
                : Messages.sentence(problem);
    }

    /** That the thing cannot be missing. */
    public String alwaysThere(Wanted wanted) {
        return lines(Messages.text("ask.always-there", wanted.kind().key()));
    }

    /** That the answer is no yes and no no. */
    public String yesOrNo(String answer) {
        return lines(Messages.text("ask.yes-or-no", Shown.brief(answer)));
    }

    /** That the answer is none of those there are. */
    public String noChoice(String answer, List<String> choices) {
        return lines(Messages.unknown("ask.no-choice", answer, Nearest.to(answer, choices)));
    }

    /** Asks why something could not be read. */
    public String reasons() {
        return lines(Messages.text("ask.reason", String.join(", ", Vocabulary.unreadReasons())));
    }

    /** That there is no answer to take back. */
    public String nothingToTakeBack() {
        return lines(Messages.text("ask.nothing-back"));
    }

    /** That the last answer is taken back. */
    public String takenBack(String shown) {
        return lines(Messages.text("ask.back", shown));
    }

    /** That the person stopped. */
    public String stopped(String file) {
        return lines(Messages.text("ask.stopped", Shown.line(file)));
    }

    /**
     * Why nothing more is asked.
     *
     * @param leftOut how many things were not known to the one who was asked
     */
    public String finished(Inquiry inquiry, int leftOut) {
        List<String> said = new ArrayList<>();
        Optional<Diagnosis> first = inquiry.first();
        Likelihood likelihood = first.map(Diagnosis::likelihood).orElse(Likelihood.UNLIKELY);
        if (inquiry.attemptWorks()) {
            said.add(Messages.text("ask.end.works"));
        } else if (!inquiry.ranking().atLeast(Likelihood.CONFIRMED).isEmpty()) {
            said.add(Messages.text("ask.end.enough"));
        } else {
            said.add(Messages.text(leftOut == 0 ? "ask.end" : "ask.end.left-out", leftOut));
        }
        said.add(
                switch (likelihood) {
                    case CONFIRMED -> Messages.text("text.verdict.confirmed", shown(first));
                    case LIKELY -> Messages.text("text.verdict.likely", shown(first));
                    case POSSIBLE, UNLIKELY -> undetermined(inquiry, first);
                });
        return "\n" + said.stream().map(this::lines).collect(Collectors.joining());
    }

    private static String undetermined(Inquiry inquiry, Optional<Diagnosis> first) {
        if (inquiry.attemptWorks()) {
            return Messages.text("text.verdict.works");
        }
        return first.isPresent()
                ? Messages.text("text.verdict.undetermined", shown(first))
                : VerdictText.littleOrNothing(inquiry.ranking());
    }

    private static String shown(Optional<Diagnosis> cause) {
        return cause.map(AskText::named).orElse("");
    }

    /** The command that is worth running next. */
    public String nextCommand(String file, List<String> rules) {
        StringBuilder command = new StringBuilder("rdpdx diagnose ").append(NextCommand.quoted(file));
        rules.forEach(folder -> command.append(" --rules ").append(NextCommand.quoted(folder)));
        Page page = page();
        page.wrapped(0, Messages.text("ask.next"));
        page.verbatim(2, command.toString());
        return "\n" + page;
    }

    /** The path of a property of a thing, and what else names it. */
    public static String shown(Wanted wanted, Optional<String> property) {
        String own = wanted.property();
        String thing = own == null
                ? wanted.path()
                : wanted.path().substring(0, wanted.path().length() - own.length() - 1);
        String path = property.map(name -> thing + "." + name).orElse(thing);
        boolean naming = property.isPresent() && !property.get().equals(own);
        return wanted.beside().isEmpty() || naming ? path : path + " (" + wanted.beside() + ")";
    }
}
