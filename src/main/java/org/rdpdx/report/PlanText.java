package org.rdpdx.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.rdpdx.facts.CollectWay;
import org.rdpdx.inquiry.Wanted;
import org.rdpdx.knowledge.Step;
import org.rdpdx.knowledge.StepClass;
import org.rdpdx.plan.PlanStep;
import org.rdpdx.report.Page.Style;

/** The middle part of a report: what to do, in order. */
final class PlanText {

    private static final int INDENT = 5;
    private static final int COMMAND = 9;

    /** What the vocabulary writes for a value that the person who runs the command knows. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\b(HOST|GATEWAY|DC|PEER|USER|SID|PORT|NAME|PATH|VALUE|FILE|NUMBER|KBNUMBER)\\b");

    private final Report report;
    private final Page page;
    private final Map<CollectWay, Integer> told = new HashMap<>();

    PlanText(Report report, Page page) {
        this.report = report;
        this.page = page;
    }

    void write() {
        List<PlanStep> steps = report.plan().steps();
        if (steps.isEmpty()) {
            return;
        }
        page.blank();
        page.heading(Messages.text("text.plan"));
        if (report.plan().cutsAccess()) {
            page.wrapped(Style.WARNING, "  ", 2, Messages.text("text.console"));
        }
        for (PlanStep step : steps) {
            if (step.number() > 1 || report.plan().cutsAccess()) {
                page.blank();
            }
            step(step);
        }
    }

    private void step(PlanStep step) {
        page.wrapped(Style.HEADING, number(step.number()), INDENT, title(step));
        switch (step.role()) {
            case READ -> read(step);
            case DO -> step.what().ifPresent(what -> carryOut(step, what));
            case UNDO -> step.what().ifPresent(what -> takeBack(step, what));
        }
    }

    static String number(int number) {
        String text = number + ".";
        return " ".repeat(Math.max(0, INDENT - 1 - text.length())) + text + " ";
    }

    /** What a line of a plan is called. */
    static String title(PlanStep step) {
        return switch (step.role()) {
            case READ -> Messages.text("text.step.read", step.fact().orElse(""));
            case DO -> step.what().map(Step::title).orElse(step.id());
            case UNDO ->
                Messages.text("text.step.undo", step.what().map(Step::title).orElse(step.id()));
        };
    }

    private void read(PlanStep step) {
        Optional<CollectWay> way = step.fact().flatMap(Wanted::at).flatMap(Wanted::way);
        if (way.isEmpty()) {
            return;
        }
        Integer before = told.putIfAbsent(way.get(), step.number());
        if (before != null) {
            page.wrapped(INDENT, Messages.text("text.same", before));
            return;
        }
        collecting(page, way.get());
    }

    /** How a fact is collected. */
    static void collecting(Page page, CollectWay way) {
        List<String> facets = new ArrayList<>();
        facets.add(way.who());
        facets.add(privilege(way.privilege()));
        facets.add(Messages.text("text.seconds", way.seconds()));
        if (!way.changes().isEmpty()) {
            facets.add(Messages.text("text.changes", way.changes()));
        }
        facets(page, facets);
        if (way.command().isEmpty()) {
            page.wrapped(INDENT, Messages.text("text.ask", way.ask()));
            return;
        }
        page.verbatim(COMMAND, way.command());
        List<String> stands = PLACEHOLDER
                .matcher(way.command())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        if (!stands.isEmpty()) {
            page.wrapped(INDENT, Messages.text("text.placeholders", String.join(", ", stands)));
        }
    }

    private void carryOut(PlanStep step, Step what) {
        facets(page, facets(what));
        if (step.byPolicy()) {
            page.wrapped(INDENT, Messages.text("text.by-policy"));
        }
        step.doing().ifPresent(action -> page.wrapped(INDENT, action));
        step.running().ifPresent(command -> page.verbatim(COMMAND, command));
        for (String path : step.unobserved()) {
            String word = path.substring(path.lastIndexOf('.') + 1);
            page.wrapped(INDENT, Messages.text("text.unobserved", word, path));
        }
        page.wrapped(INDENT, Messages.text("text.check", what.verify()));
        what.undo().ifPresent(this::undo);
        boolean cures = what.kind() != StepClass.CHECK && !step.cures().isEmpty();
        if (cures) {
            String causes = String.join(", ", step.cures());
            page.wrapped(INDENT, Messages.text("text.cures", causes, VerdictText.percent(step.chance())));
        }
    }

    private void takeBack(PlanStep step, Step what) {
        facets(page, List.of(Messages.text("text.on", what.where()), privilege(what.privilege())));
        step.doing().ifPresent(this::lines);
    }

    private void undo(String undo) {
        if (undo.contains("\n")) {
            page.wrapped(INDENT, Messages.text("text.undo.lines"));
            lines(undo);
        } else {
            page.wrapped(INDENT, Messages.text("text.undo", undo));
        }
    }

    /** Several lines are commands, to be copied as they are; one is a sentence. */
    private void lines(String text) {
        if (text.contains("\n")) {
            page.verbatim(COMMAND, text);
        } else {
            page.wrapped(INDENT, text);
        }
    }

    static List<String> facets(Step step) {
        List<String> facets = new ArrayList<>();
        facets.add(Messages.text("text.on", step.where()));
        facets.add(privilege(step.privilege()));
        facets.add(Messages.text("text.minutes", step.minutes()));
        if (step.downtimeMinutes() > 0) {
            facets.add(Messages.text("text.downtime", step.downtimeMinutes()));
        }
        facets.add(
                switch (step.kind()) {
                    case CHECK -> Messages.text("text.class.check");
                    case REVERSIBLE -> Messages.text("text.class.reversible");
                    case SERVICE_RESTART -> Messages.text("text.class.service-restart");
                    case REBOOT -> Messages.text("text.class.reboot");
                    case WEAKENS_SECURITY ->
                        Messages.text(
                                "text.class.weakens-security",
                                step.temporaryMinutes().orElse(step.minutes()));
                });
        if (step.cutsAccess()) {
            facets.add(Messages.text("text.cuts-access"));
        }
        return facets;
    }

    private static String privilege(String word) {
        return word.equals("none") ? Messages.text("text.no-privilege") : Messages.text("text.privilege", word);
    }

    private static void facets(Page page, List<String> facets) {
        page.wrapped(Style.QUIET, " ".repeat(INDENT) + "[", INDENT + 1, String.join(", ", facets) + "]");
    }
}
