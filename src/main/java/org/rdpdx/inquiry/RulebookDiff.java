package org.rdpdx.inquiry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.rulebook.Rulebook;

/**
 * What a new edition of a rulebook changes: in the rules themselves, and for cases. Immutable, and of use after both rulebooks
 * were closed.
 *
 * <pre>{@code
 * RulebookDiff diff = RulebookDiff.of(Rulebook.bundled(), Rulebook.open(Path.of("my-rules.jar")), cases);
 * }</pre>
 *
 * @param before the old edition
 * @param after the new edition
 * @param general what differs beside diagnoses, deductions and steps: weights and areas
 * @param parts diagnoses, deductions and steps that differ, in this order, each by id
 * @param looked how many cases were looked at
 * @param cases those of them for which something would change, in the order in which they were given
 */
public record RulebookDiff(
        Edition before,
        Edition after,
        List<FieldChange> general,
        List<Part> parts,
        int looked,
        List<CaseChange> cases) {

    /** Copies what it is given. */
    public RulebookDiff {
        general = List.copyOf(general);
        parts = List.copyOf(parts);
        cases = List.copyOf(cases);
    }

    /**
     * One edition of a rulebook.
     *
     * @param version of its content
     * @param hash of its files
     */
    public record Edition(String version, String hash) {
        static Edition of(Rulebook rulebook) {
            return new Edition(rulebook.version(), rulebook.hash());
        }
    }

    /** What a part of a rulebook is. */
    public enum Kind {
        DIAGNOSIS,
        DEDUCTION,
        STEP
    }

    /** What became of a part. */
    public enum Fate {
        ADDED,
        REMOVED,
        /** Taken out, and {@code retired.yaml} says why. */
        RETIRED,
        /** The same under another id, as {@code retired.yaml} says. */
        RENAMED,
        CHANGED
    }

    /** What a change of a field means. */
    public enum Sort {
        /** For people; no answer changes by it. */
        WORDS,
        /** How much something counts. */
        WEIGHT,
        /** What is to be done. */
        STEPS
    }

    /**
     * A part of a rulebook that differs.
     *
     * @param kind what it is
     * @param fate what became of it
     * @param id its id; of one that was renamed the new one
     * @param oldId its id before
     * @param title of a diagnosis or step; the new one if it differs
     * @param why it is gone; empty unless it is retired or renamed
     * @param insteadId what to look at instead; empty unless it is retired
     * @param fields what differs in it, in the order of its file
     * @param rules its rules that differ, by name
     */
    public record Part(
            Kind kind,
            Fate fate,
            String id,
            String oldId,
            String title,
            String why,
            String insteadId,
            List<FieldChange> fields,
            List<RuleChange> rules) {
        /** Copies what it is given. */
        public Part {
            fields = List.copyOf(fields);
            rules = List.copyOf(rules);
        }
    }

    /**
     * A field that differs.
     *
     * @param sort what a change of it means
     * @param field its name, as the author writes it
     * @param before what it was; empty if it was not there
     * @param after what it is; empty if it is gone
     */
    public record FieldChange(Sort sort, String field, String before, String after) {}

    /**
     * A rule that differs.
     *
     * @param name its name; of a diagnosis that was renamed the new one
     * @param fate added, removed or changed
     * @param marks strength and the like that differ
     * @param gone conditions that it no longer has, in the author's words with their kind before them
     * @param added conditions that it has now
     */
    public record RuleChange(String name, Fate fate, List<FieldChange> marks, List<String> gone, List<String> added) {
        /** Copies what it is given. */
        public RuleChange {
            marks = List.copyOf(marks);
            gone = List.copyOf(gone);
            added = List.copyOf(added);
        }
    }

    /**
     * A case for which something would change.
     *
     * @param facts the case
     * @param verdictBefore the verdict's word
     * @param verdictAfter the verdict's word
     * @param firstBefore the first cause that is at least possible; empty if there is none
     * @param firstAfter the first cause that is at least possible; empty if there is none
     * @param likelihoods causes whose likelihood is another word
     * @param stepsGone ids of steps that are no longer in the plan
     * @param stepsAdded ids of steps that are in it now
     * @param reordered whether the steps that stay come in another order
     * @param because rules that came otherwise, and made causes move
     */
    public record CaseChange(
            CaseFacts facts,
            String verdictBefore,
            String verdictAfter,
            Optional<String> firstBefore,
            Optional<String> firstAfter,
            List<LikelihoodChange> likelihoods,
            List<String> stepsGone,
            List<String> stepsAdded,
            boolean reordered,
            List<Reason> because) {
        /** Copies what it is given. */
        public CaseChange {
            likelihoods = List.copyOf(likelihoods);
            stepsGone = List.copyOf(stepsGone);
            stepsAdded = List.copyOf(stepsAdded);
            because = List.copyOf(because);
        }
    }

    /**
     * A cause whose likelihood is another word.
     *
     * @param id of the diagnosis
     * @param before the word and confidence; empty if the old edition has no such diagnosis
     * @param after the word and confidence; empty if the new edition has no such diagnosis
     */
    public record LikelihoodChange(String id, Optional<Sure> before, Optional<Sure> after) {}

    /**
     * How sure a cause is.
     *
     * @param word of the likelihood
     * @param confidence from 0 to 1
     * @param frequency how common it is
     * @param prior log-odds before anything is known
     */
    public record Sure(String word, double confidence, String frequency, double prior) {}

    /**
     * A rule that came otherwise.
     *
     * @param rule its name
     * @param before its state's word; empty if the old edition has no such rule
     * @param after its state's word; empty if the new edition has no such rule
     * @param strengthBefore how it speaks; empty for a deduction, or if it is not there
     * @param strengthAfter how it speaks; empty for a deduction, or if it is not there
     * @param deciding the condition that stops it in the edition in which it does not fire; empty if it is not there
     */
    public record Reason(
            String rule,
            Optional<String> before,
            Optional<String> after,
            String strengthBefore,
            String strengthAfter,
            Optional<Deciding> deciding) {}

    /**
     * A condition that decided.
     *
     * @param inNew whether it is one of the new edition
     * @param file of the rule
     * @param line of the condition
     * @param way the rule, judged condition by condition
     */
    public record Deciding(boolean inNew, String file, int line, WhyNot.Way way) {}

    /** Compares two editions, and what they make of cases. */
    public static RulebookDiff of(Rulebook before, Rulebook after, Collection<CaseFacts> cases) {
        Parts parts = new Parts(before, after);
        CaseChanges changes = new CaseChanges(before, after, parts.renamed());
        List<CaseChange> changed = new ArrayList<>();
        cases.forEach(one -> changes.of(one).ifPresent(changed::add));
        return new RulebookDiff(
                Edition.of(before), Edition.of(after), parts.general(), parts.all(), cases.size(), changed);
    }

    /** Whether the rules themselves are the same; their files may still differ in comments and spaces. */
    public boolean sameRules() {
        return parts.isEmpty() && general.isEmpty();
    }

    /** Whether neither the rules nor the answers differ. */
    public boolean isEmpty() {
        return sameRules() && cases.isEmpty();
    }
}
