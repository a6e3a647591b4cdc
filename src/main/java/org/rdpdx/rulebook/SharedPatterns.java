package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * The patterns of a rulebook, each once. Many rules look at the same things of a case: what can be told of a pattern without
 * the others of its rule is told once for all of them. Immutable, safe for several threads.
 */
final class SharedPatterns {

    /** What gives parts that are asked for by number; it gives the same each time. */
    private interface Source {
        Parts parts(int rule);

        Kind kind(int number);

        Told told(int number);
    }

    /**
     * The patterns of one rule; none if the rule can only be judged as a whole, since it joins facts or has alternatives.
     * Written once, so that another thread sees all of it.
     */
    static final class Parts {
        static final Parts WHOLE = new Parts();

        private final int[] numbers;

        private Parts(int... numbers) {
            this.numbers = numbers;
        }

        int count() {
            return numbers.length;
        }

        int number(int index) {
            return numbers[index];
        }
    }

    /**
     * One of them, without the place where it stands and the words of its conditions.
     *
     * @param tying what ties down which thing it means; null if it leaves that open
     */
    record Told(Pattern pattern, @Nullable List<Expression.Comparison> tying) {}

    private final Source source;
    private final @Nullable Parts[] ofRules;
    private final @Nullable Kind[] kinds;
    private final @Nullable Told[] told;

    private SharedPatterns(int rules, int patterns, Source source) {
        this.source = source;
        this.ofRules = new Parts[rules];
        this.kinds = new Kind[patterns];
        this.told = new Told[patterns];
    }

    /** How many there are. */
    int count() {
        return told.length;
    }

    /** The patterns of a rule, by its place among the rules. */
    Parts of(int rule) {
        Parts known = ofRules[rule];
        if (known == null) {
            known = source.parts(rule);
            ofRules[rule] = known;
        }
        return known;
    }

    /** The kind of fact that a pattern looks at: most cases say nothing of most kinds, and then that is all one needs of it. */
    Kind kind(int number) {
        Kind known = kinds[number];
        if (known == null) {
            known = source.kind(number);
            kinds[number] = known;
        }
        return known;
    }

    /** A pattern by its number. */
    Told told(int number) {
        Told known = told[number];
        if (known == null) {
            known = source.told(number);
            told[number] = known;
        }
        return known;
    }

    /** Those of some rules. */
    static SharedPatterns of(List<Rule> rules) {
        Collected collected = new Collected(rules);
        List<Pattern> all = List.copyOf(collected.numbers.keySet());
        return new SharedPatterns(rules.size(), all.size(), new Source() {
            @Override
            public Parts parts(int rule) {
                return collected.ofRules.get(rule);
            }

            @Override
            public Kind kind(int number) {
                return all.get(number).kind();
            }

            @Override
            public Told told(int number) {
                return new Told(all.get(number), all.get(number).tying());
            }
        });
    }

    private static final class Collected {
        private final Map<Pattern, Integer> numbers = new LinkedHashMap<>();
        private final List<Parts> ofRules = new ArrayList<>();

        Collected(List<Rule> rules) {
            for (Rule rule : rules) {
                ofRules.add(
                        canBeTold(rule)
                                ? new Parts(rule.patterns().stream()
                                        .mapToInt(this::number)
                                        .toArray())
                                : Parts.WHOLE);
            }
        }

        private static boolean canBeTold(Rule rule) {
            return rule.branches().size() == 1
                    && rule.patterns().stream()
                            .flatMap(pattern -> pattern.conditions().stream())
                            .noneMatch(Condition::joins);
        }

        private int number(Pattern pattern) {
            return SharedPatterns.number(bare(pattern), numbers);
        }

        private static Pattern bare(Pattern pattern) {
            List<Condition> conditions = new ArrayList<>();
            pattern.conditions().forEach(condition -> conditions.add(SharedPatterns.bare(condition.expression())));
            return new Pattern(pattern.kind(), pattern.presence(), 0, 0, conditions, Map.of());
        }
    }

    private static <T> int number(T value, Map<T, Integer> numbers) {
        return numbers.computeIfAbsent(value, unused -> numbers.size());
    }

    private static Condition bare(Expression expression) {
        return new Condition("", 0, 0, expression);
    }

    /** Writes those of some rules. */
    static void write(TableWriter out, List<Rule> rules) {
        Collected collected = new Collected(rules);
        Map<Expression, Integer> expressions = new LinkedHashMap<>();
        for (Pattern pattern : collected.numbers.keySet()) {
            for (Condition condition : pattern.conditions()) {
                number(condition.expression(), expressions);
            }
        }
        out.rows(List.copyOf(expressions.keySet()), expression -> TableCodec.expression(out, expression));
        out.rows(List.copyOf(collected.numbers.keySet()), pattern -> {
            out.text(pattern.kind().key());
            out.number(pattern.presence().ordinal());
            List<Expression> read =
                    pattern.conditions().stream().map(Condition::expression).toList();
            out.list(read, expression -> out.number(number(expression, expressions)));
            List<Expression.Comparison> tying = pattern.tying();
            out.flag(tying != null);
            if (tying != null) {
                out.list(tying, comparison -> out.number(read.indexOf(comparison)));
            }
        });
        out.rows(collected.ofRules, parts -> {
            out.number(parts.count());
            for (int i = 0; i < parts.count(); i++) {
                out.number(parts.number(i));
            }
        });
    }

    /** Reads what was written, each part when it is asked for. */
    static SharedPatterns read(TableReader in) {
        TableReader.Rows expressions = in.rows();
        TableReader.Rows patterns = in.rows();
        TableReader.Rows ofRules = in.rows();
        return new SharedPatterns(ofRules.count(), patterns.count(), new Written(expressions, patterns, ofRules));
    }

    private static final class Written implements Source {
        private final TableReader.Rows expressions;
        private final TableReader.Rows patterns;
        private final TableReader.Rows ofRules;
        private final @Nullable Condition[] known;

        Written(TableReader.Rows expressions, TableReader.Rows patterns, TableReader.Rows ofRules) {
            this.expressions = expressions;
            this.patterns = patterns;
            this.ofRules = ofRules;
            this.known = new Condition[expressions.count()];
        }

        @Override
        public Parts parts(int rule) {
            TableReader in = ofRules.row(rule);
            int[] numbers = new int[in.number()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = in.number();
            }
            return new Parts(numbers);
        }

        @Override
        public Kind kind(int number) {
            return Vocabulary.require(patterns.row(number).text());
        }

        @Override
        public Told told(int number) {
            TableReader in = patterns.row(number);
            Kind kind = Vocabulary.require(in.text());
            Pattern.Presence presence = Pattern.Presence.values()[in.number()];
            List<Condition> conditions = in.list(() -> condition(in.number()));
            List<Expression.Comparison> tying = null;
            if (in.flag()) {
                tying = in.list(() ->
                        (Expression.Comparison) conditions.get(in.number()).expression());
            }
            return new Told(new Pattern(kind, presence, 0, 0, conditions, Map.of()), tying);
        }

        private Condition condition(int number) {
            Condition read = known[number];
            if (read == null) {
                read = bare(TableCodec.expression(expressions.row(number)));
                known[number] = read;
            }
            return read;
        }
    }
}
