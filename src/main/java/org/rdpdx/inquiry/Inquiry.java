package org.rdpdx.inquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.Unread;
import org.rdpdx.plan.Plan;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.RuleVerdict;
import org.rdpdx.rulebook.Rulebook;

/** One case as it stands while somebody is asked about it: how sure the causes are, and what to ask next. Immutable. */
public final class Inquiry {

    /** What whoever sees the failure can say without looking anything up, in the order of asking. */
    private static final List<String> FIRST = List.of(
            "attempt.clientApp",
            "attempt.stage",
            "attempt.message",
            "attempt.error",
            "attempt.extendedError",
            "attempt.outcome");

    private final CaseFacts facts;
    private final Rulebook rulebook;
    private final Findings findings;
    private final Ranking ranking;
    private final Map<String, List<Wanted>> undecided;

    private Inquiry(CaseFacts facts, Rulebook rulebook, Set<Wanted> leftOut) {
        this.facts = facts;
        this.rulebook = rulebook;
        this.findings = rulebook.consider(facts);
        this.ranking = Ranking.of(findings, rulebook);
        this.undecided = new LinkedHashMap<>();
        Missing.byRule(findings).forEach((rule, lacks) -> {
            List<Wanted> open = lacks.stream()
                    .filter(one -> !leftOut.contains(one) && !isKnown(one, facts) && !couldNotBeRead(one, facts))
                    .toList();
            if (!open.isEmpty()) {
                undecided.put(rule, open);
            }
        });
    }

    /**
     * Considers a case.
     *
     * @param leftOut what is not to be asked for, such as what the one who is asked does not know
     */
    public static Inquiry about(CaseFacts facts, Rulebook rulebook, Set<Wanted> leftOut) {
        return new Inquiry(facts, rulebook, leftOut);
    }

    /** The causes, most likely first. */
    public Ranking ranking() {
        return ranking;
    }

    /** The most likely cause that stands by itself, if anything speaks for it. */
    public Optional<Diagnosis> first() {
        return ranking.nearest();
    }

    /** Whether the attempt is said to have worked. */
    public boolean attemptWorks() {
        return facts.text("attempt.outcome").filter("works"::equals).isPresent();
    }

    /** The best thing to collect; nothing if nothing would change what is done first, or if a cause is confirmed. */
    public Optional<ToCollect> next() {
        if (attemptWorks() || !ranking.atLeast(Likelihood.CONFIRMED).isEmpty()) {
            return Optional.empty();
        }
        return aboutTheAttempt().or(() -> {
            Plan plan = Plan.curing(ranking, facts, rulebook);
            return Next.of(findings, ranking, plan, rulebook, undecided, 1).stream()
                    .findFirst();
        });
    }

    /** Where nobody said anything about the attempt yet, it comes before all else: it costs one question. */
    private Optional<ToCollect> aboutTheAttempt() {
        boolean begun =
                facts.facts().stream().anyMatch(fact -> fact.factKind().key().equals("attempt"));
        List<Wanted> wanted = new ArrayList<>();
        for (String path : begun ? List.<String>of() : FIRST) {
            Wanted.at(path)
                    .filter(one -> undecided.values().stream().anyMatch(lacks -> lacks.contains(one)))
                    .ifPresent(wanted::add);
        }
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ToCollect(wanted, wanted.get(0).way().orElse(null), List.of(), 0));
    }

    /** The causes on which one of the wanted facts can throw light, most likely first. */
    public List<Diagnosis> decides(Wanted wanted) {
        Set<String> owners = new LinkedHashSet<>();
        for (RuleVerdict verdict : findings.verdicts()) {
            if (undecided.getOrDefault(verdict.rule().name(), List.of()).contains(wanted)) {
                owners.add(verdict.rule().owner());
            }
        }
        return ranking.diagnoses().stream()
                .filter(diagnosis -> owners.contains(diagnosis.id()))
                .sorted(Comparator.comparingDouble((Diagnosis diagnosis) -> -diagnosis.confidence())
                        .thenComparing(Diagnosis::id))
                .toList();
    }

    /** Whether a case says what is wanted already, or says something by which it cannot be. */
    public static boolean isKnown(Wanted wanted, CaseFacts facts) {
        if (facts.none().contains(wanted.viewpoint())) {
            return true;
        }
        List<Fact> things = things(wanted, facts);
        String property = wanted.property();
        if (property == null) {
            return !things.isEmpty();
        }
        if (things.stream().anyMatch(Fact::absent)) {
            return true;
        }
        if (!wanted.kind().repeatable()) {
            return facts.value(wanted.path()).isPresent();
        }
        // of several of one name nobody could say which one is meant
        return things.size() > 1 || things.stream().anyMatch(fact -> fact.value(property) != null);
    }

    /** The things of a case that are the one meant: several only if there can be several of one identity. */
    public static List<Fact> things(Wanted wanted, CaseFacts facts) {
        String property = wanted.property();
        String path = property == null
                ? wanted.path()
                : wanted.path().substring(0, wanted.path().length() - property.length() - 1);
        List<Fact> things = new ArrayList<>();
        for (Fact fact : facts.facts()) {
            boolean meant = fact.factKind() == wanted.kind()
                    && fact.viewpoint().equals(wanted.viewpoint())
                    && (!path.contains("[") || FactPaths.of(fact).equalsIgnoreCase(path))
                    && namedSo(fact, wanted);
            if (meant) {
                things.add(fact);
            }
        }
        return things;
    }

    private static boolean namedSo(Fact fact, Wanted wanted) {
        Map<String, List<String>> names = wanted.besideNames();
        for (Map.Entry<String, List<String>> one : names.entrySet()) {
            Property property = FactPaths.property(wanted.kind(), one.getKey());
            Object value = fact.value(one.getKey());
            boolean named = value == null
                    || one.getValue().stream().anyMatch(text -> text.toLowerCase(Locale.ROOT)
                            .equals(property.text(value).toLowerCase(Locale.ROOT)));
            if (!named) {
                return false;
            }
        }
        return true;
    }

    private static boolean couldNotBeRead(Wanted wanted, CaseFacts facts) {
        for (Unread unread : facts.unread()) {
            if (FactPaths.within(wanted.path(), unread.path())) {
                return true;
            }
        }
        return false;
    }

    /** What has to be known to write down something about a thing: its names, each with the words it can be. */
    public static Map<String, List<String>> names(Wanted wanted) {
        Kind kind = wanted.kind();
        Map<String, List<String>> names = new LinkedHashMap<>();
        Map<String, String> identity = FactPaths.identity(wanted.path());
        for (String name : kind.identity()) {
            String value = identity.get(name);
            names.put(name, value == null ? List.of() : List.of(value));
        }
        names.putAll(wanted.besideNames());
        boolean named =
                kind.needsOneOf().isEmpty() || kind.needsOneOf().stream().anyMatch(names::containsKey);
        if (!named) {
            names.put(kind.needsOneOf().get(0), List.of());
        }
        return names;
    }
}
