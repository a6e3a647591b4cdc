package org.rdpdx.rulebook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.knowledge.Knowledge;

/**
 * Compares what DRL6, in which rules are compiled, and DRL10, which Drools will some day have alone, make of one
 * {@code rule.drl}. Of what it does not know DRL10 says nothing: it reads a rule without conditions, which would fire always.
 */
final class NextLanguage {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");

    private final Knowledge.RuleFile file;
    private final String text;

    NextLanguage(Knowledge.RuleFile file) {
        this.file = file;
        this.text = LINE_END.matcher(file.text()).replaceAll("\n");
    }

    /** Adds a problem for every rule that the two do not read alike. */
    void compare(List<Problem> problems) {
        PackageDescr today = parse(LanguageLevelOption.DRL6);
        PackageDescr next = parse(LanguageLevelOption.DRL10);
        Map<String, String> conditions = new HashMap<>();
        if (next != null) {
            next.getRules().forEach(rule -> conditions.put(rule.getName(), conditions(rule.getLhs())));
        }
        if (today == null) {
            return;
        }
        for (RuleDescr rule : today.getRules()) {
            if (!conditions(rule.getLhs()).equals(conditions.get(rule.getName()))) {
                Place place = new Place(file.file(), Math.max(1, rule.getLine()), Math.max(1, rule.getColumn() + 1));
                problems.add(Problem.of(ProblemCode.NEXT_LANGUAGE, place, rule.getName()));
            }
        }
    }

    private @Nullable PackageDescr parse(LanguageLevelOption language) {
        try {
            return new DrlParser(language).parse(null, text);
        } catch (DroolsParserException broken) {
            return null;
        }
    }

    private static String conditions(BaseDescr part) {
        if (part instanceof PatternDescr pattern) {
            StringBuilder all = new StringBuilder(String.valueOf(pattern.getObjectType()));
            for (Object constraint : pattern.getConstraint().getDescrs()) {
                all.append(" [")
                        .append(constraint.toString().replaceAll("\\s+", ""))
                        .append(']');
            }
            return all.toString();
        }
        StringBuilder all = new StringBuilder(part.getClass().getSimpleName()).append('(');
        if (part instanceof ConditionalElementDescr element) {
            for (Object inner : element.getDescrs()) {
                all.append(conditions((BaseDescr) inner)).append(", ");
            }
        }
        return all.append(')').toString();
    }
}
