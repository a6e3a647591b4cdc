package org.rdpdx.accuracy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rdpdx.Stories;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.knowledge.Source;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Rulebook;
import org.rdpdx.rulebook.Without;

/**
 * Prints how often the rulebook is right about real cases, those that the rules were written with and those that were found
 * later, and about those made up in which nothing fails or two faults are at work; with {@code all}, every real case on
 * which it is not.
 */
public final class Accuracy {

    private final Rulebook rulebook;
    private final Map<String, Set<String>> sourcesOfRule = new HashMap<>();

    Accuracy(Rulebook rulebook) {
        this.rulebook = rulebook;
        for (Cause cause : rulebook.causes()) {
            for (Source source : rulebook.card(cause.id()).sources()) {
                for (String way : source.ways()) {
                    String rule = way.equals(cause.id()) ? way : cause.id() + "/" + way;
                    sourcesOfRule.computeIfAbsent(rule, name -> new HashSet<>()).add(source.url());
                }
            }
        }
    }

    /** With all rules. */
    List<Scored> withAllRules(List<RealCase> cases) {
        return cases.stream()
                .map(real -> Scored.of(real, Ranking.of(rulebook.consider(real.facts()), rulebook)))
                .toList();
    }

    /** Without the ways of seeing a cause that rest on the very pages that tell of the case, and on nothing else. */
    List<Scored> withoutItsSource(List<RealCase> cases) {
        List<Scored> scored = new ArrayList<>();
        for (RealCase real : cases) {
            Rulebook fewer = Without.rules(rulebook, rule -> !restsOn(rule, real.sources()));
            scored.add(Scored.of(real, Ranking.of(fewer.judge(real.facts()), fewer)));
        }
        return scored;
    }

    private boolean restsOn(Rule rule, Set<String> pages) {
        Set<String> sources = sourcesOfRule.getOrDefault(rule.name(), Set.of());
        return !sources.isEmpty() && pages.containsAll(sources);
    }

    /** Ways of seeing a cause for which the card names no source. */
    List<String> waysWithoutSource() {
        return rulebook.rules().stream()
                .filter(rule -> !rule.isDeduction() && !sourcesOfRule.containsKey(rule.name()))
                .map(Rule::name)
                .toList();
    }

    public static void main(String[] arguments) {
        boolean everything = List.of(arguments).contains("all");
        List<RealCase> all = RealCase.all();
        try (Rulebook rulebook = Rulebook.bundled()) {
            Accuracy accuracy = new Accuracy(rulebook);
            List<RealCase> counted = all.stream().filter(RealCase::scored).toList();
            List<Scored> leftOut = accuracy.withoutItsSource(counted);
            List<Scored> whole = accuracy.withAllRules(counted);
            print("left out", leftOut);
            print("all rules", whole);
            print(
                    "unconfirmed",
                    accuracy.withAllRules(all.stream()
                            .filter(real -> !real.confirmed() && real.cause().isPresent())
                            .toList()));
            List<RealCase> later = RealCase.later();
            List<Scored> laterLeftOut = accuracy.withoutItsSource(later);
            List<Scored> laterWhole = accuracy.withAllRules(later);
            print("later, left out", laterLeftOut);
            print("later, all rules", laterWhole);
            calibration(whole);
            byArea(rulebook, whole, leftOut);
            List<RealCase> unresolved =
                    all.stream().filter(real -> real.cause().isEmpty()).toList();
            List<Scored> unresolvedScored = accuracy.withAllRules(unresolved);
            unresolvedScored.forEach(one -> say(
                    "unresolved %s: %s, first %s at %.2f",
                    one.real().id(), one.determined() ? "DETERMINED" : "undetermined", one.first(), one.confidence()));
            accuracy.healthy();
            accuracy.twoFaults();
            say(
                    "%d ways of seeing a cause name no source",
                    accuracy.waysWithoutSource().size());
            bars(Measured.of(whole, leftOut, unresolvedScored));
            if (everything) {
                wrong("all rules", whole);
                wrong("left out", leftOut);
                wrong("later, left out", laterLeftOut);
            }
        }
    }

    /** Causes that are likely where nothing fails. */
    private void healthy() {
        List<Path> files = Stories.healthy();
        int wronged = 0;
        for (Path file : files) {
            CaseFacts facts = Stories.read(file);
            List<Diagnosis> likely =
                    Ranking.of(rulebook.consider(facts), rulebook).atLeast(Likelihood.LIKELY);
            wronged += likely.isEmpty() ? 0 : 1;
            likely.forEach(one -> say("healthy %s: %s at %.2f", facts.name(), one.id(), one.confidence()));
        }
        say("healthy    %3d files: a cause is likely in %d", files.size(), wronged);
    }

    /** Causes that are not likely where they should be, beside another fault. */
    private void twoFaults() {
        List<TwoFaults> cases = TwoFaults.all();
        int both = 0;
        for (TwoFaults two : cases) {
            Set<String> missed = two.missedIn(Ranking.of(rulebook.consider(two.facts()), rulebook));
            both += missed.isEmpty() ? 1 : 0;
            for (String id : missed) {
                String why = rulebook.cause(id).isPresent() ? "is not likely" : "has no diagnosis yet";
                say("two faults %s: %s %s", two.id(), id, why);
            }
        }
        say("two faults %3d files: both causes are likely in %d", cases.size(), both);
    }

    private static void bars(Measured measured) {
        for (Bar bar : Bar.values()) {
            say(
                    "bar %-30s %6.3f, held to %s %.2f, aim %.2f%s",
                    bar.words(),
                    bar.figure(measured),
                    bar.least() ? "at least" : "at most",
                    bar.held(),
                    bar.aim(),
                    bar.isHeldBy(measured) ? "" : ", NOT HELD");
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private static void print(String name, List<Scored> scored) {
        Figures figures = Figures.of(scored);
        say(
                "%-16s %3d cases: top-1 %5.1f %%, top-3 %5.1f %%, undetermined %4.1f %%, wrong and sure %4.1f %%, mean rank %.1f",
                name,
                figures.cases(),
                100 * figures.top1(),
                100 * figures.top3(),
                100 * figures.undetermined(),
                100 * figures.wrongAndSure(),
                figures.meanRank());
    }

    private static void calibration(List<Scored> scored) {
        for (Figures.Bin bin : Figures.bins(scored)) {
            say(
                    "  of %2d cases with a mean confidence of %.2f the first cause is right in %.2f",
                    bin.cases(), bin.meanConfidence(), bin.shareRight());
        }
        double[] interval = Figures.calibrationInterval(scored);
        say(
                "  calibration error %.3f (95 %% of resamples from %.3f to %.3f), Brier score %.3f",
                Figures.calibrationError(scored), interval[0], interval[1], Figures.brier(scored));
    }

    private static void byArea(Rulebook rulebook, List<Scored> whole, List<Scored> leftOut) {
        Map<String, List<Scored>> areas = areas(rulebook, whole);
        Map<String, List<Scored>> without = areas(rulebook, leftOut);
        areas.forEach((area, scored) -> say(
                "  %-16s %3d cases: top-1 %5.1f %%, left out %5.1f %%",
                area,
                scored.size(),
                100 * Figures.of(scored).top1(),
                100 * Figures.of(without.getOrDefault(area, List.of())).top1()));
    }

    private static Map<String, List<Scored>> areas(Rulebook rulebook, List<Scored> scored) {
        Map<String, List<Scored>> areas = new TreeMap<>();
        for (Scored one : scored) {
            String area =
                    one.real().cause().flatMap(rulebook::cause).map(Cause::area).orElse("(no diagnosis)");
            areas.computeIfAbsent(area, name -> new ArrayList<>()).add(one);
        }
        return areas;
    }

    private static void wrong(String name, List<Scored> scored) {
        say("wrong, %s:", name);
        scored.stream()
                .filter(one -> !one.right())
                .forEach(one -> say(
                        "  %s is %s (rank %d), first %s at %.2f",
                        one.real().id(), one.real().cause().orElse(""), one.rank(), one.first(), one.confidence()));
    }
}
