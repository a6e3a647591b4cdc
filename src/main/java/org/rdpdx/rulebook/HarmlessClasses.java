package org.rdpdx.rulebook;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Tells whether classes that somebody else compiled can do no more than classes that are made of rules do: whether they name
 * no method of Java or Drools that those do not name. Somebody else's rulebook is knowledge, and must not be a program.
 */
final class HarmlessClasses {

    private static final Pattern CLASS_NAME = Pattern.compile("rules\\.[A-Za-z0-9_$.]{1,200}");

    private static final int MAGIC = 0xCAFEBABE;

    /** Owners of which everything may be named: the rules themselves, the records of facts, and what is known of those. */
    private static final Set<String> OWNERS =
            Set.of("rules/", "org/rdpdx/facts/kind/", "org/rdpdx/rulebook/KindMetadata.");

    /** What rules are made of; a test compares it with what the compiler makes of every form that a rule can have. */
    private static final Set<String> MEMBERS = Set.of(
            "java/lang/Boolean.booleanValue",
            "java/lang/Boolean.valueOf",
            "java/lang/Double.valueOf",
            "java/lang/Enum.<init>",
            "java/lang/Integer.valueOf",
            "java/lang/Object.<init>",
            "java/lang/RuntimeException.<init>",
            "java/lang/String.equals",
            "java/lang/String.hashCode",
            "java/lang/invoke/StringConcatFactory.makeConcatWithConstants",
            "java/time/format/DateTimeFormatterBuilder.<init>",
            "java/time/format/DateTimeFormatterBuilder.appendPattern",
            "java/time/format/DateTimeFormatterBuilder.parseCaseInsensitive",
            "java/time/format/DateTimeFormatterBuilder.toFormatter",
            "java/util/ArrayList.<init>",
            "java/util/Arrays.asList",
            "java/util/Collections.emptyList",
            "java/util/List.add",
            "java/util/Locale.ENGLISH",
            "java/util/regex/Matcher.matches",
            "java/util/regex/Pattern.compile",
            "java/util/regex/Pattern.matcher",
            "org/drools/core/rule/consequence/KnowledgeHelper.getMatch",
            "org/drools/core/rule/consequence/KnowledgeHelper.insertLogical",
            "org/drools/model/DomainClassMetadata.getPropertyIndex",
            "org/drools/model/Index$ConstraintType.EQUAL",
            "org/drools/model/Index$ConstraintType.GREATER_OR_EQUAL",
            "org/drools/model/Index$ConstraintType.GREATER_THAN",
            "org/drools/model/Index$ConstraintType.LESS_OR_EQUAL",
            "org/drools/model/Index$ConstraintType.LESS_THAN",
            "org/drools/model/Index$ConstraintType.NOT_EQUAL",
            "org/drools/model/PatternDSL$PatternDef.bind",
            "org/drools/model/PatternDSL$PatternDef.expr",
            "org/drools/model/Query0Def.build",
            "org/drools/model/consequences/ConsequenceBuilder$_1.execute",
            "org/drools/model/functions/PredicateInformation.<init>",
            "org/drools/model/impl/RuleBuilder.build",
            "org/drools/model/impl/RuleBuilder.metadata",
            "org/drools/model/operators/ContainsOperator.INSTANCE",
            "org/drools/model/operators/InOperator.INSTANCE",
            "org/drools/modelcompiler/consequence/DroolsImpl.asKnowledgeHelper",
            "org/drools/modelcompiler/dsl/pattern/D.alphaIndexedBy",
            "org/drools/modelcompiler/dsl/pattern/D.and",
            "org/drools/modelcompiler/dsl/pattern/D.betaIndexedBy",
            "org/drools/modelcompiler/dsl/pattern/D.declarationOf",
            "org/drools/modelcompiler/dsl/pattern/D.eval",
            "org/drools/modelcompiler/dsl/pattern/D.execute",
            "org/drools/modelcompiler/dsl/pattern/D.exists",
            "org/drools/modelcompiler/dsl/pattern/D.not",
            "org/drools/modelcompiler/dsl/pattern/D.on",
            "org/drools/modelcompiler/dsl/pattern/D.or",
            "org/drools/modelcompiler/dsl/pattern/D.pattern",
            "org/drools/modelcompiler/dsl/pattern/D.query",
            "org/drools/modelcompiler/dsl/pattern/D.reactOn",
            "org/drools/modelcompiler/dsl/pattern/D.rule",
            "org/drools/modelcompiler/util/EvaluationUtil.areNullSafeEquals",
            "org/drools/modelcompiler/util/EvaluationUtil.areNumbersNullSafeEquals",
            "org/drools/modelcompiler/util/EvaluationUtil.greaterOrEqualNumbers",
            "org/drools/modelcompiler/util/EvaluationUtil.greaterThan",
            "org/drools/modelcompiler/util/EvaluationUtil.greaterThanNumbers",
            "org/drools/modelcompiler/util/EvaluationUtil.lessOrEqualNumbers",
            "org/drools/modelcompiler/util/EvaluationUtil.lessThan",
            "org/drools/modelcompiler/util/EvaluationUtil.lessThanNumbers",
            "org/drools/util/DateUtils.getDateFormatMask",
            "org/rdpdx/rulebook/Finding.of",
            "org/rdpdx/rulebook/Undecided.pattern");

    private HarmlessClasses() {}

    /** Whether all of them are harmless. */
    static boolean are(SortedMap<String, byte[]> classes) {
        return strange(classes).isEmpty();
    }

    /** What they name and rules never do. */
    static Set<String> strange(SortedMap<String, byte[]> classes) {
        Set<String> strange = new TreeSet<>();
        classes.forEach((name, code) -> {
            if (!CLASS_NAME.matcher(name).matches()) {
                strange.add(name);
            }
            members(code).stream().filter(member -> !isAllowed(member)).forEach(strange::add);
        });
        return strange;
    }

    private static boolean isAllowed(String member) {
        return MEMBERS.contains(member) || OWNERS.stream().anyMatch(member::startsWith);
    }

    /** Every method and field that a class names, its own included; something that is allowed to nobody if it is no class. */
    static Set<String> members(byte[] code) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(code))) {
            if (in.readInt() != MAGIC) {
                return Set.of("?");
            }
            in.readInt();
            return new ConstantPool(in).members();
        } catch (IOException | IndexOutOfBoundsException damaged) {
            return Set.of("?");
        }
    }
}
