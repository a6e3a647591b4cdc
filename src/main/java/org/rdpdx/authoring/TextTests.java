package org.rdpdx.authoring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rdpdx.authoring.MutantRun.Outcome;
import org.rdpdx.report.CaseText;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Mutant;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;

/** {@link RuleTestFormat#text}. */
final class TextTests implements RuleTestFormat {

    private static final int NAME_COLUMNS = 34;

    @Override
    public void write(RuleTests tests, Appendable out) throws IOException {
        List<String> lines = new ArrayList<>();
        tests.byOwner().forEach((owner, runs) -> lines.add(folder(tests, owner, runs)));
        failures(tests, lines);
        tests.coverage().ifPresent(coverage -> gaps(tests, coverage, lines));
        tests.mutants().ifPresent(mutants -> survivors(tests, mutants, lines));
        lines.add("");
        totals(tests, lines);
        for (String line : lines) {
            out.append(line).append('\n');
        }
    }

    private static String folder(RuleTests tests, String owner, List<CaseRun> runs) {
        StringBuilder line = new StringBuilder();
        line.append(owner).append(" ".repeat(Math.max(1, NAME_COLUMNS - owner.length())));
        long failed = runs.stream().filter(run -> !run.passed()).count();
        List<String> parts = new ArrayList<>();
        parts.add(Messages.text("tests.cases", runs.size()));
        if (failed > 0) {
            parts.add(Messages.text("tests.not-as-expected", failed));
        }
        tests.coverageOf(owner)
                .ifPresent(folder -> parts.add(Messages.text(
                        "tests.folder-coverage", folder.seen(), folder.wanted(), number(folder.percent()))));
        if (tests.mutants().isPresent()) {
            List<MutantRun> mutants = tests.mutantsOf(owner);
            long killed = MutantRun.count(mutants, Outcome.KILLED);
            parts.add(Messages.text(
                    "tests.folder-mutants",
                    killed,
                    killed + MutantRun.count(mutants, Outcome.SURVIVED),
                    number(MutantRun.percent(mutants))));
        }
        return line.append(String.join(", ", parts)).toString();
    }

    private static void failures(RuleTests tests, List<String> lines) {
        for (CaseRun run : tests.cases()) {
            if (!run.passed()) {
                lines.add("");
                lines.addAll(CaseText.failure(run.rule(), run.got(), run.failure(), run.closest(), run.deciding())
                        .lines()
                        .toList());
            }
        }
    }

    private static void gaps(RuleTests tests, Coverage coverage, List<String> lines) {
        Map<String, List<Coverage.Gap>> groups = new LinkedHashMap<>();
        for (Coverage.Gap gap : coverage.gaps()) {
            groups.computeIfAbsent(group(gap.rule(), gap.idea()), key -> new ArrayList<>())
                    .add(gap);
        }
        for (List<Coverage.Gap> group : groups.values()) {
            Coverage.Gap first = group.get(0);
            lines.add("");
            lines.add(Messages.text("tests.gap", first.rule().name()));
            for (Coverage.Gap gap : group) {
                String key =
                        switch (gap.truth()) {
                            case TRUE -> "tests.true";
                            case FALSE -> "tests.false";
                            case UNKNOWN -> "tests.unknown";
                        };
                lines.add("    " + tests.placeOf(gap.rule(), gap.line(), gap.column()) + "  "
                        + Messages.text(key, written(gap.pattern(), gap.condition())));
            }
            idea(first.idea(), "tests.gap-no-idea", tests.caseFileOf(first.rule()), lines);
        }
    }

    /** What one case would mend is told together. */
    private static String group(Rule rule, Optional<CaseIdea> idea) {
        return rule.name() + "\n" + idea.map(CaseIdea::yaml).orElse(List.of());
    }

    private static void survivors(RuleTests tests, List<MutantRun> mutants, List<String> lines) {
        Map<String, List<MutantRun>> groups = new LinkedHashMap<>();
        for (MutantRun run : mutants) {
            if (run.outcome() == Outcome.SURVIVED) {
                groups.computeIfAbsent(group(run.mutant().rule(), run.idea()), key -> new ArrayList<>())
                        .add(run);
            }
        }
        for (List<MutantRun> group : groups.values()) {
            Rule rule = group.get(0).mutant().rule();
            lines.add("");
            lines.add(Messages.text("tests.survivor", rule.name()));
            for (MutantRun run : group) {
                lines.add("    " + changed(tests, run.mutant()));
            }
            idea(group.get(0).idea(), "tests.survivor-no-idea", tests.caseFileOf(rule), lines);
        }
        List<String> equivalent = new ArrayList<>();
        for (MutantRun run : mutants) {
            if (run.outcome() == Outcome.EQUIVALENT) {
                equivalent.add("    " + changed(tests, run.mutant()));
            }
        }
        if (!equivalent.isEmpty()) {
            lines.add("");
            lines.add(Messages.text("tests.equivalent"));
            lines.addAll(equivalent);
        }
    }

    private static String changed(RuleTests tests, Mutant mutant) {
        String written = written(mutant.pattern(), mutant.condition());
        return tests.placeOf(mutant.rule(), mutant.line(), mutant.column())
                + "  "
                + (mutant.instead().isEmpty()
                        ? Messages.text("tests.taken-out", written)
                        : Messages.text("tests.instead", written, mutant.instead()));
    }

    private static void idea(Optional<CaseIdea> idea, String notFound, String file, List<String> lines) {
        if (idea.isEmpty()) {
            lines.add("    " + Messages.text(notFound));
            return;
        }
        lines.add("    " + Messages.text("tests.idea", file));
        idea.get().yaml().forEach(line -> lines.add("      " + line));
    }

    private static String written(Pattern pattern, Optional<Condition> condition) {
        String kind = pattern.kind().typeName();
        return condition.map(one -> kind + ": " + one.text()).orElse(kind);
    }

    private static void totals(RuleTests tests, List<String> lines) {
        long failed = tests.cases().stream().filter(run -> !run.passed()).count();
        lines.add(Messages.text("tests.total", tests.cases().size() - failed, failed));
        tests.coverage()
                .ifPresent(coverage -> lines.add(Messages.text(
                                "tests.coverage",
                                coverage.folders().stream()
                                        .mapToInt(Coverage.Folder::conditions)
                                        .sum(),
                                coverage.folders().stream()
                                        .mapToInt(Coverage.Folder::seen)
                                        .sum(),
                                coverage.folders().stream()
                                        .mapToInt(Coverage.Folder::wanted)
                                        .sum(),
                                number(coverage.percent()))
                        + below(tests.covered(), tests.bars().coverage())));
        tests.mutants()
                .ifPresent(mutants -> lines.add(Messages.text(
                                "tests.mutants",
                                mutants.size(),
                                MutantRun.count(mutants, Outcome.KILLED),
                                MutantRun.count(mutants, Outcome.SURVIVED),
                                MutantRun.count(mutants, Outcome.EQUIVALENT),
                                number(MutantRun.percent(mutants)))
                        + below(tests.noticed(), tests.bars().mutants())));
    }

    private static String below(boolean reached, double bar) {
        return reached ? "" : Messages.text("tests.below", number(bar));
    }

    static String number(double percent) {
        return percent == Math.rint(percent)
                ? String.valueOf((long) percent)
                : String.format(Locale.ROOT, "%.1f", percent);
    }
}
