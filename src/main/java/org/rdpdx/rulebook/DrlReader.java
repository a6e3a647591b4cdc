package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.input.Nearest;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.knowledge.Knowledge;
import org.rdpdx.knowledge.Strength;

/** The door: reads one {@code rule.drl}, refuses every form that is not safe with unknown facts, and makes the table. */
final class DrlReader {

    private static final Set<String> IMPORTS = Set.of("org.rdpdx.facts.kind.*", "org.rdpdx.rulebook.Finding");
    private static final Set<String> ANNOTATIONS = Set.of("strength", "speaks", "sees");
    private static final Pattern FINDING = Pattern.compile(
            "\\s*insertLogical\\s*\\(\\s*Finding\\.of\\(\\s*drools\\.getMatch\\(\\)\\s*\\)\\s*\\)\\s*;\\s*");
    private static final Pattern DEDUCTION =
            Pattern.compile("\\s*insertLogical\\s*\\(\\s*new\\s+(\\w+)\\s*\\(([^()]*)\\)\\s*\\)\\s*;\\s*");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");

    private final String path;
    private final String file;
    private final String owner;
    private final boolean deduction;
    private final String source;
    private final List<Problem> problems;
    private final List<Rule> rules = new ArrayList<>();
    private final SortedMap<Integer, String> given = new TreeMap<>();
    private final Map<Integer, Integer> lengths = new HashMap<>();

    DrlReader(Knowledge.RuleFile ruleFile, List<Problem> problems) {
        this.path = ruleFile.path();
        this.file = ruleFile.file();
        this.owner = ruleFile.owner();
        this.deduction = ruleFile.deduction();
        String text = ruleFile.text();
        // editors on Windows put a byte order mark before the first letter
        this.source = LINE_END.matcher(text.startsWith("\uFEFF") ? text.substring(1) : text)
                .replaceAll("\n");
        this.problems = problems;
    }

    List<Rule> read() {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr parsed = parse(parser);
        if (parser.hasErrors() || parsed == null) {
            parser.getErrors().forEach(this::syntax);
            if (parser.getErrors().isEmpty()) {
                problem(ProblemCode.RULE_SYNTAX, new Place(file, 1, 1), List.of("empty"), List.of());
            }
            return List.of();
        }
        checkPackage(parsed);
        Set<String> names = new HashSet<>();
        for (RuleDescr rule : parsed.getRules()) {
            if (!names.add(rule.getName())) {
                problem(ProblemCode.RULE_DUPLICATE, ruleAt(rule), List.of(rule.getName()), List.of());
                continue;
            }
            readRule(rule, parsed);
        }
        if (parsed.getRules().isEmpty()) {
            problem(ProblemCode.RULE_NONE, new Place(file, 1, 1), List.of(), List.of());
        }
        return rules;
    }

    /** The text as Drools has to be given it: line for line the author's, with the words exchanged that it reserves. */
    String forDrools() {
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (Map.Entry<Integer, String> constraint : given.entrySet()) {
            text.append(source, copied, constraint.getKey()).append(constraint.getValue());
            copied = constraint.getKey() + originalLength(constraint.getKey());
        }
        return text.append(source.substring(copied)).toString();
    }

    private int originalLength(int start) {
        return lengths.getOrDefault(start, 0);
    }

    private @Nullable PackageDescr parse(DrlParser parser) {
        try {
            return parser.parse(null, source);
        } catch (DroolsParserException broken) {
            return null;
        }
    }

    private void syntax(DroolsError error) {
        Place place = error instanceof ParserError parsed
                ? new Place(file, Math.max(1, parsed.getRow()), Math.max(1, parsed.getCol() + 1))
                : new Place(file, Math.max(1, error.getLines().length == 0 ? 1 : error.getLines()[0]), 1);
        String message = error.getMessage()
                .replaceFirst("^\\[\\d+,\\d+]: ", "")
                .replaceFirst("^\\[ERR \\d+] Line \\d+:\\d+ ", "");
        problem(ProblemCode.RULE_SYNTAX, place, List.of(message), List.of());
    }

    private void checkPackage(PackageDescr parsed) {
        for (ImportDescr imported : parsed.getImports()) {
            if (!IMPORTS.contains(imported.getTarget())) {
                problem(ProblemCode.RULE_IMPORT, at(imported), List.of(imported.getTarget()), List.of());
            }
        }
        if (!"rules".equals(parsed.getName())) {
            problem(ProblemCode.RULE_PACKAGE, new Place(file, 1, 1), List.of(parsed.getName()), List.of("rules"));
        }
        List<BaseDescr> foreign = new ArrayList<>();
        foreign.addAll(parsed.getGlobals());
        foreign.addAll(parsed.getFunctions());
        foreign.addAll(parsed.getFunctionImports());
        foreign.addAll(parsed.getAccumulateImports());
        foreign.addAll(parsed.getTypeDeclarations());
        foreign.addAll(parsed.getEnumDeclarations());
        foreign.addAll(parsed.getEntryPointDeclarations());
        foreign.addAll(parsed.getWindowDeclarations());
        for (BaseDescr declaration : foreign) {
            problem(ProblemCode.RULE_DECLARATION, at(declaration), List.of(firstWord(declaration)), List.of());
        }
        for (AttributeDescr attribute : parsed.getAttributes()) {
            problem(ProblemCode.RULE_DECLARATION, attributeAt(attribute), List.of(attribute.getName()), List.of());
        }
    }

    private void readRule(RuleDescr parsed, PackageDescr file) {
        int before = problems.size();
        if (parsed instanceof QueryDescr) {
            problem(ProblemCode.RULE_DECLARATION, ruleAt(parsed), List.of("query"), List.of());
            return;
        }
        checkName(parsed);
        for (AttributeDescr attribute : parsed.getAttributes().values()) {
            // the parser hands those of the file to every rule
            if (!file.getAttributes().contains(attribute)) {
                problem(ProblemCode.RULE_ATTRIBUTE, attributeAt(attribute), List.of(attribute.getName()), List.of());
            }
        }
        if (parsed.getParentName() != null) {
            problem(ProblemCode.RULE_EXTENDS, ruleAt(parsed), List.of(parsed.getParentName()), List.of());
        }
        if (!parsed.getNamedConsequences().isEmpty()) {
            problem(ProblemCode.RULE_CONSEQUENCE, ruleAt(parsed), List.of("then[...]"), List.of(consequenceForm()));
        }
        checkAnnotations(parsed);
        Body body = new Body(parsed.getName());
        List<List<Integer>> branches = body.branches(parsed.getLhs());
        Rule.Deduced deduced = consequence(parsed, body);
        if (problems.size() == before) {
            rules.add(new Rule(
                    parsed.getName(),
                    owner,
                    path,
                    parsed.getLine(),
                    annotation(parsed, "strength").flatMap(Strength::of).orElse(null),
                    annotation(parsed, "speaks").filter("against"::equals).isPresent(),
                    annotation(parsed, "sees").orElse(null),
                    body.patterns,
                    branches,
                    body.variableNames,
                    deduced));
        }
    }

    private void checkName(RuleDescr parsed) {
        String name = parsed.getName();
        if (!name.equals(owner) && !name.matches(Pattern.quote(owner) + "/[a-z0-9]+(-[a-z0-9]+)*")) {
            problem(ProblemCode.RULE_NAME, ruleAt(parsed), List.of(name), List.of(owner));
        }
    }

    private void checkAnnotations(RuleDescr parsed) {
        for (String name : new TreeSet<>(parsed.getAnnotationNames())) {
            boolean known = ANNOTATIONS.contains(name);
            if (!known || !isSingle(parsed.getAnnotation(name))) {
                problem(
                        ProblemCode.RULE_ANNOTATION,
                        annotationAt(parsed, name),
                        List.of(name),
                        known ? List.of() : nearest(name, ANNOTATIONS));
            }
        }
        Optional<String> strength = annotation(parsed, "strength");
        if (deduction) {
            strength.ifPresent(word -> problem(
                    ProblemCode.RULE_STRENGTH_ON_DEDUCTION, annotationAt(parsed, "strength"), List.of(), List.of()));
        } else if (strength.isEmpty()) {
            problem(ProblemCode.RULE_STRENGTH_MISSING, ruleAt(parsed), List.of(parsed.getName()), List.of());
        } else if (Strength.of(strength.get()).isEmpty()) {
            problem(
                    ProblemCode.RULE_STRENGTH_UNKNOWN,
                    annotationAt(parsed, "strength"),
                    List.of(strength.get()),
                    nearest(strength.get(), Strength.words()));
        }
        annotation(parsed, "speaks")
                .filter(word -> !Set.of("for", "against").contains(word))
                .ifPresent(word -> problem(
                        ProblemCode.RULE_SPEAKS_UNKNOWN, annotationAt(parsed, "speaks"), List.of(word), List.of()));
    }

    /** Written once, and not {@code @sees(first = a, second = b)}, which Drools cannot compile. */
    private static boolean isSingle(@Nullable AnnotationDescr annotation) {
        return annotation != null
                && !annotation.isDuplicated()
                && (!annotation.hasValue() || annotation.getSingleValueAsString() != null);
    }

    private static Optional<String> annotation(RuleDescr parsed, String name) {
        AnnotationDescr annotation = parsed.getAnnotation(name);
        if (annotation == null || annotation.getSingleValueAsString() == null) {
            return Optional.empty();
        }
        return Optional.of(
                annotation.getSingleValueAsString().replaceAll("^\"|\"$", "").strip());
    }

    /** Drools gives annotations with a value no place, so they are looked up in the text. */
    private Place annotationAt(RuleDescr parsed, String name) {
        int from = Math.max(0, offset(parsed.getLine(), 1));
        int found = source.indexOf("@" + name, from);
        return found < 0 ? ruleAt(parsed) : place(found);
    }

    private Rule.@Nullable Deduced consequence(RuleDescr parsed, Body body) {
        String text = String.valueOf(parsed.getConsequence()).replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", "");
        Place place = new Place(file, Math.max(1, parsed.getConsequenceLine()), 1);
        if (!deduction) {
            if (!FINDING.matcher(text).matches()) {
                problem(ProblemCode.RULE_CONSEQUENCE, place, List.of(text.strip()), List.of(consequenceForm()));
            }
            return null;
        }
        Matcher matcher = DEDUCTION.matcher(text);
        if (!matcher.matches()) {
            problem(ProblemCode.RULE_CONSEQUENCE, place, List.of(text.strip()), List.of(consequenceForm()));
            return null;
        }
        return deduced(place, matcher.group(1), matcher.group(2), body);
    }

    private Rule.@Nullable Deduced deduced(Place place, String typeName, String arguments, Body body) {
        Optional<Kind> kind = Vocabulary.byTypeName(typeName).filter(Kind::deduced);
        if (kind.isEmpty()) {
            List<String> deducible = Vocabulary.kinds().stream()
                    .filter(Kind::deduced)
                    .map(Kind::typeName)
                    .toList();
            problem(ProblemCode.RULE_NOT_DEDUCIBLE, place, List.of(typeName), nearest(typeName, deducible));
            return null;
        }
        List<Expression.Operand> operands = new ArrayList<>();
        List<String> parts = arguments.isBlank() ? List.of() : List.of(arguments.split(","));
        List<Property> properties = kind.get().properties();
        if (parts.size() != properties.size()) {
            problem(
                    ProblemCode.RULE_DEDUCTION_ARGUMENTS,
                    place,
                    List.of(typeName, String.valueOf(properties.size()), String.valueOf(parts.size())),
                    List.of());
            return null;
        }
        for (int i = 0; i < parts.size(); i++) {
            operand(place, kind.get(), properties.get(i), parts.get(i).strip(), body)
                    .ifPresent(operands::add);
        }
        return operands.size() == parts.size() ? new Rule.Deduced(kind.get().key(), operands) : null;
    }

    /** An argument is read as the right side of an equality on the property it fills. */
    private Optional<Expression.Operand> operand(Place place, Kind kind, Property property, String text, Body body) {
        String equality = property.name() + " != null, " + text;
        try {
            ConstraintReader reader = new ConstraintReader(
                    kind, body.variables, Set.of(property.name()), property.name() + " == " + text);
            if (reader.read().expression() instanceof Expression.Comparison comparison) {
                reader.checkBound(comparison);
                return Optional.of(comparison.operand());
            }
            problem(ProblemCode.RULE_FORM, place, List.of(equality), List.of());
        } catch (ConstraintReader.Refused refused) {
            problem(refused.code(), place, refused.what(), refused.remedy());
        }
        return Optional.empty();
    }

    private String consequenceForm() {
        return deduction ? "insertLogical(new Reached(\"tls\"));" : "insertLogical(Finding.of(drools.getMatch()));";
    }

    /** The left side of one rule. */
    private final class Body {
        private final List<org.rdpdx.rulebook.Pattern> patterns = new ArrayList<>();
        private final Map<String, ConstraintReader.Binding> variables = new HashMap<>();
        private final List<String> variableNames = new ArrayList<>();
        private final String rule;

        Body(String rule) {
            this.rule = rule;
        }

        List<List<Integer>> branches(AndDescr lhs) {
            if (lhs.getDescrs().isEmpty()) {
                problem(ProblemCode.RULE_EMPTY, at(lhs), List.of(), List.of());
            }
            return product(lhs);
        }

        private List<List<Integer>> product(ConditionalElementDescr all) {
            List<List<Integer>> product = List.of(List.of());
            for (BaseDescr part : descriptions(all)) {
                List<List<Integer>> longer = new ArrayList<>();
                List<List<Integer>> alternatives = alternatives(part);
                for (List<Integer> before : product) {
                    for (List<Integer> after : alternatives) {
                        List<Integer> joined = new ArrayList<>(before);
                        joined.addAll(after);
                        longer.add(joined);
                    }
                }
                product = longer;
            }
            return product;
        }

        private List<List<Integer>> alternatives(BaseDescr part) {
            if (part instanceof PatternDescr pattern) {
                return List.of(List.of(add(pattern, org.rdpdx.rulebook.Pattern.Presence.MATCH)));
            }
            if (part instanceof OrDescr or) {
                List<List<Integer>> alternatives = new ArrayList<>();
                Map<String, ConstraintReader.Binding> outside = Map.copyOf(variables);
                for (BaseDescr child : descriptions(or)) {
                    alternatives.addAll(alternatives(child));
                    // only the facts of one alternative are there, so what it binds is seen in it alone
                    variables.keySet().retainAll(outside.keySet());
                }
                return alternatives;
            }
            if (part instanceof AndDescr and) {
                return product(and);
            }
            if (part instanceof NotDescr not) {
                return quantified(part, not.getDescrs(), org.rdpdx.rulebook.Pattern.Presence.NOT);
            }
            if (part instanceof ExistsDescr exists) {
                return quantified(part, exists.getDescrs(), org.rdpdx.rulebook.Pattern.Presence.EXISTS);
            }
            problem(ProblemCode.RULE_ELEMENT, at(part), List.of(firstWord(part)), List.of());
            return List.of(List.of());
        }

        private List<List<Integer>> quantified(
                BaseDescr part, List<?> children, org.rdpdx.rulebook.Pattern.Presence presence) {
            if (children.size() == 1 && children.get(0) instanceof PatternDescr pattern) {
                int index = add(pattern, presence);
                if (presence == org.rdpdx.rulebook.Pattern.Presence.NOT) {
                    demandDecided(part, index);
                }
                return List.of(List.of(index));
            }
            problem(ProblemCode.RULE_GROUPED_NOT, at(part), List.of(firstWord(part)), List.of());
            return List.of(List.of());
        }

        /** Makes {@code not K( ... )} for Drools {@code ( not K( ... ) and not Undecided( ... ) )}. */
        private void demandDecided(BaseDescr not, int index) {
            int start = not.getStartCharacter();
            replace(start, "not", "( not");
            replace(closing(start), ")", ") and " + Undecided.of(rule, index).drl() + " )");
        }

        private int add(PatternDescr parsed, org.rdpdx.rulebook.Pattern.Presence presence) {
            int index = patterns.size();
            patterns.add(new PatternReader(parsed, presence).read());
            return index;
        }

        /** One pattern of the rule. */
        private final class PatternReader {
            private final PatternDescr parsed;
            private final org.rdpdx.rulebook.Pattern.Presence presence;
            private final List<Condition> conditions = new ArrayList<>();
            private final Map<Integer, Integer> bindings = new HashMap<>();
            private Set<String> guarded = new HashSet<>();
            private boolean refused;

            PatternReader(PatternDescr parsed, org.rdpdx.rulebook.Pattern.Presence presence) {
                this.parsed = parsed;
                this.presence = presence;
            }

            org.rdpdx.rulebook.Pattern read() {
                Place place = at(parsed);
                Kind kind = kind(place);
                if (kind != null) {
                    checkAnnotations(place);
                    checkSource(place);
                    checkQuantifier(place, kind);
                    List<ExprConstraintDescr> constraints = constraints(place);
                    constraints.forEach(constraint -> constraint(kind, constraint));
                    if (!refused) {
                        checkPresence(place, kind);
                    }
                }
                return new org.rdpdx.rulebook.Pattern(
                        kind == null ? Vocabulary.kinds().get(0) : kind,
                        presence,
                        place.line(),
                        place.column(),
                        conditions,
                        bindings);
            }

            private @Nullable Kind kind(Place place) {
                String typeName = parsed.getObjectType();
                if (typeName == null) {
                    // a path through the facts, such as /services[ ... ]
                    problem(ProblemCode.RULE_ELEMENT, place, List.of("/"), List.of());
                    return null;
                }
                Optional<Kind> kind = Vocabulary.byTypeName(typeName);
                if (kind.isEmpty()) {
                    boolean accumulated = parsed.getSource() != null;
                    problem(
                            accumulated ? ProblemCode.RULE_ELEMENT : ProblemCode.RULE_UNKNOWN_KIND,
                            place,
                            List.of(accumulated ? "accumulate" : typeName),
                            accumulated
                                    ? List.of()
                                    : nearest(
                                            typeName,
                                            Vocabulary.kinds().stream()
                                                    .map(Kind::typeName)
                                                    .toList()));
                }
                return kind.orElse(null);
            }

            private void checkAnnotations(Place place) {
                for (String name : new TreeSet<>(parsed.getAnnotationNames())) {
                    problem(ProblemCode.RULE_ANNOTATION, place, List.of(name), List.of());
                }
            }

            private void checkSource(Place place) {
                if (parsed.getSource() != null) {
                    problem(ProblemCode.RULE_ELEMENT, place, List.of("from"), List.of());
                }
                if (!parsed.getBehaviors().isEmpty()) {
                    problem(ProblemCode.RULE_ELEMENT, place, List.of("over"), List.of());
                }
            }

            private void checkQuantifier(Place place, Kind kind) {
                if (presence == org.rdpdx.rulebook.Pattern.Presence.MATCH || kind.deduced()) {
                    return;
                }
                boolean not = presence == org.rdpdx.rulebook.Pattern.Presence.NOT;
                problem(
                        not ? ProblemCode.RULE_NOT_OVER_FACTS : ProblemCode.RULE_EXISTS_OVER_FACTS,
                        place,
                        List.of(kind.typeName()),
                        not && kind.absentable() ? List.of(kind.typeName() + "( ..., present == false )") : List.of());
            }

            private List<ExprConstraintDescr> constraints(Place place) {
                List<ExprConstraintDescr> constraints = new ArrayList<>();
                for (Object descr : parsed.getConstraint().getDescrs()) {
                    if (descr instanceof ExprConstraintDescr constraint
                            && constraint.getType() == ExprConstraintDescr.Type.NAMED) {
                        constraints.add(constraint);
                    } else {
                        problem(ProblemCode.RULE_POSITIONAL, place, List.of(parsed.getObjectType()), List.of());
                    }
                }
                return constraints;
            }

            private void constraint(Kind kind, ExprConstraintDescr parsedConstraint) {
                int start = parsedConstraint.getStartCharacter();
                String text =
                        source.substring(start, Math.min(source.length(), parsedConstraint.getEndCharacter() + 1));
                Place place = place(start);
                try {
                    ConstraintReader reader = new ConstraintReader(kind, variables, guarded, text);
                    ConstraintReader.Reading reading = reader.read();
                    if (presence == org.rdpdx.rulebook.Pattern.Presence.NOT && reading.expression() != null) {
                        reader.checkBound(reading.expression());
                    }
                    guarded = new HashSet<>(reader.guardedAfter());
                    replace(start, text, reader.forDrools());
                    if (reading.expression() != null) {
                        conditions.add(new Condition(text.strip(), place.line(), place.column(), reading.expression()));
                    }
                    if (reading.variable() != null && reading.bound() != null) {
                        bind(kind, place, reading.variable(), reading.bound());
                    }
                } catch (ConstraintReader.Refused refusal) {
                    refused = true;
                    problem(refusal.code(), place(start + refusal.offset()), refusal.what(), refusal.remedy());
                }
            }

            private void bind(Kind kind, Place place, String variable, Expression.PropertyRead read) {
                if (variableNames.contains(variable)) {
                    problem(ProblemCode.RULE_VARIABLE_TWICE, place, List.of(variable), List.of());
                    return;
                }
                if (presence != org.rdpdx.rulebook.Pattern.Presence.MATCH) {
                    problem(ProblemCode.RULE_BINDING_IN_NOT, place, List.of(variable), List.of());
                    return;
                }
                int slot = variableNames.size();
                variableNames.add(variable);
                bindings.put(slot, read.index());
                variables.put(
                        variable,
                        new ConstraintReader.Binding(
                                slot, kind.properties().get(read.index()), guarded.contains(read.name())));
            }

            /** A pattern that names a thing and says nothing else of it would also match its stated absence. */
            private void checkPresence(Place place, Kind kind) {
                if (!kind.absentable()) {
                    return;
                }
                Set<String> identity = new HashSet<>(kind.identity());
                identity.add(Kind.VIEWPOINT);
                identity.addAll(kind.needsOneOf());
                identity.addAll(kind.withAbsent());
                if (conditions.stream().noneMatch(condition -> saysMore(condition.expression(), identity))) {
                    problem(ProblemCode.RULE_PRESENCE_UNSAID, place, List.of(kind.typeName()), List.of());
                }
            }

            /** Whether it cannot hold of a thing by the identity alone: each alternative has to ask for something else. */
            private boolean saysMore(Expression expression, Set<String> identity) {
                if (expression instanceof Expression.Any any) {
                    return any.parts().stream().allMatch(part -> saysMore(part, identity));
                }
                if (expression instanceof Expression.All all) {
                    return all.parts().stream().anyMatch(part -> saysMore(part, identity));
                }
                boolean[] more = new boolean[1];
                expression.properties(read -> more[0] = !identity.contains(read.name()));
                return more[0];
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<BaseDescr> descriptions(ConditionalElementDescr element) {
        return (List<BaseDescr>) element.getDescrs();
    }

    private static List<String> nearest(String word, java.util.Collection<String> words) {
        return Nearest.to(word, words);
    }

    private void replace(int start, String written, String instead) {
        given.put(start, instead);
        lengths.put(start, written.length());
    }

    /** Where the first bracket from here on is closed; the parser's own end lies behind it, how far differs. */
    private int closing(int from) {
        String code = ConstraintToken.withoutStrings(source);
        int open = 0;
        for (int i = from; i < code.length(); i++) {
            open += code.charAt(i) == '(' ? 1 : 0;
            open -= code.charAt(i) == ')' ? 1 : 0;
            if (open == 0 && code.charAt(i) == ')') {
                return i;
            }
        }
        throw new IllegalStateException("no bracket is closed behind " + from);
    }

    private String firstWord(BaseDescr descr) {
        int start = descr.getStartCharacter();
        if (start < 0 || start >= source.length()) {
            return descr.getClass().getSimpleName().replace("Descr", "").toLowerCase(java.util.Locale.ROOT);
        }
        Matcher word = Pattern.compile("\\w+").matcher(source);
        return word.find(start) ? word.group() : "";
    }

    private Place ruleAt(RuleDescr rule) {
        return new Place(file, Math.max(1, rule.getLine()), Math.max(1, rule.getColumn() + 1));
    }

    /** The parser gives the place of the value. */
    private Place attributeAt(AttributeDescr attribute) {
        int found = source.lastIndexOf(attribute.getName(), Math.max(0, attribute.getStartCharacter()));
        return found < 0 ? at(attribute) : place(found);
    }

    private Place at(BaseDescr descr) {
        if (descr.getStartCharacter() >= 0) {
            return place(descr.getStartCharacter());
        }
        return new Place(file, Math.max(1, descr.getLine()), Math.max(1, descr.getColumn() + 1));
    }

    private Place place(int offset) {
        int bounded = Math.min(Math.max(0, offset), source.length());
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < bounded; i++) {
            if (source.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Place(file, line, bounded - lineStart + 1);
    }

    private int offset(int line, int column) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            int next = source.indexOf('\n', at);
            if (next < 0) {
                return at;
            }
            at = next + 1;
        }
        return at + column - 1;
    }

    private void problem(ProblemCode code, Place place, List<String> what, List<String> remedy) {
        problems.add(new Problem(code, place, what, remedy));
    }
}
