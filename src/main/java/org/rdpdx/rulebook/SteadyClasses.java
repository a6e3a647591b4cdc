package org.rdpdx.rulebook;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.model.functions.PredicateInformation;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Makes what Drools compiles the same each time, and no more than is needed.
 *
 * <p>Drools counts the patterns that have no name from the start of the program, so that the same rule is another class
 * after other rules; here they are counted for each rule file. It makes classes that know the properties of each kind for
 * each rule file anew; here all use the same. And it makes a class of each condition and each value that a condition looks at,
 * in one of 256 packages, with the names of the rules in it; here a class is named by what it does, without those, so that
 * rules of all files share it, and all stand in one package: Java spends time on each class and each package when it starts.
 */
final class SteadyClasses {

    private static final Pattern COUNTED = Pattern.compile("(GENERATED_\\$pattern_\\w+\\$)(\\d+)(\\$)");

    /** Patterns of one rule file that get numbers with as many digits, in case names are put in order somewhere. */
    private static final int ROUND = 10_000;

    private static final Pattern METADATA = Pattern.compile("rules/DomainClassesMetadata[0-9A-F]{32}");

    private static final Set<String> KNOWN =
            Arrays.stream(KindMetadata.class.getFields()).map(Field::getName).collect(Collectors.toUnmodifiableSet());

    private static final String SAME_METADATA = internal(KindMetadata.class.getName());

    /** A condition, a value that conditions look at, or what a rule does. */
    private static final Pattern FUNCTION = Pattern.compile("rules/P[0-9A-F]{2}/(Lambda[A-Z][a-z]+)[0-9A-F]{32}");

    private static final Pattern STEADY_FUNCTION = Pattern.compile("rules\\.Lambda[A-Z][a-z]+[0-9A-F]{32}");

    /** What Java adds to each enumeration, and nobody asks of one that has one constant. */
    private static final Set<String> UNCALLED = Set.of("values", "valueOf");

    private static final String INFORMATION = internal(PredicateInformation.class.getName());

    private static final int NAME_BYTES = 16;

    private SteadyClasses() {}

    /** Whether a class with this name is of a function, as {@link #of} names it. */
    static boolean isFunction(String name) {
        return STEADY_FUNCTION.matcher(name).matches();
    }

    /** Moves the count of Drools on to the next round number. */
    static void nextRound() {
        String name;
        do {
            name = org.drools.model.impl.NamesGenerator.generateName("");
        } while (Integer.parseInt(name.replaceAll("\\D", "")) % ROUND != 0);
    }

    /** Classes by name that do the same. */
    static SortedMap<String, byte[]> of(SortedMap<String, byte[]> compiled) {
        SortedMap<String, byte[]> classes = new TreeMap<>(compiled);
        classes.keySet().removeIf(name -> METADATA.matcher(internal(name)).lookingAt());
        classes.values().forEach(SteadyClasses::checkMetadata);
        UnaryOperator<String> counted = counted(classes);
        Map<String, String> names = new HashMap<>();
        classes.replaceAll((name, code) -> {
            Matcher function = FUNCTION.matcher(internal(name));
            if (!function.matches()) {
                return code;
            }
            String kind = "rules/" + function.group(1);
            // first under a name that all functions have, so that the hash depends on nothing but what it does
            byte[] nameless = rewritten(code, renamed(Map.of(internal(name), kind), counted));
            byte[] hash = Arrays.copyOf(UnitCache.sha256(nameless), NAME_BYTES);
            names.put(internal(name), kind + HexFormat.of().formatHex(hash).toUpperCase(Locale.ROOT));
            return code;
        });
        SortedMap<String, byte[]> steady = new TreeMap<>();
        classes.forEach((name, code) -> steady.put(
                names.getOrDefault(internal(name), internal(name)).replace('/', '.'),
                rewritten(code, renamed(names, counted))));
        return steady;
    }

    private static String internal(String className) {
        return className.replace('.', '/');
    }

    /** Rules of which each had metadata of its own would be confused by Drools, which tells properties by their numbers. */
    private static void checkMetadata(byte[] code) {
        for (String member : HarmlessClasses.members(code)) {
            String name = member.substring(member.indexOf('.') + 1);
            if (METADATA.matcher(member).lookingAt() && !KNOWN.contains(name)) {
                throw new IllegalStateException(KindMetadata.class.getName() + " lacks " + name);
            }
        }
    }

    /** Counts the patterns without names in these classes from 1. */
    private static UnaryOperator<String> counted(SortedMap<String, byte[]> classes) {
        TreeSet<Integer> numbers = new TreeSet<>();
        UnaryOperator<String> collecting = text -> {
            Matcher counted = COUNTED.matcher(text);
            while (counted.find()) {
                numbers.add(Integer.valueOf(counted.group(2)));
            }
            return text;
        };
        classes.values().forEach(code -> rewritten(code, renamed(Map.of(), collecting)));
        Map<String, String> places = new HashMap<>();
        numbers.forEach(number -> places.put(String.valueOf(number), String.valueOf(places.size() + 1)));
        return text -> COUNTED.matcher(text)
                .replaceAll(counted ->
                        Matcher.quoteReplacement(counted.group(1) + places.get(counted.group(2)) + counted.group(3)));
    }

    private static Remapper renamed(Map<String, String> classNames, UnaryOperator<String> texts) {
        return new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String name) {
                return METADATA.matcher(name).matches() ? SAME_METADATA : classNames.getOrDefault(name, name);
            }

            @Override
            public String mapFieldName(String owner, String name, String descriptor) {
                return texts.apply(name);
            }

            @Override
            public String mapMethodName(String owner, String name, String descriptor) {
                return texts.apply(name);
            }

            @Override
            public Object mapValue(Object value) {
                return value instanceof String text ? texts.apply(text) : super.mapValue(value);
            }
        };
    }

    /** A class with other names, without what only debuggers read and without what functions do not need. */
    private static byte[] rewritten(byte[] code, Remapper names) {
        ClassWriter writer = new ClassWriter(0);
        ClassReader reader = new ClassReader(code);
        ClassVisitor renaming = new ClassRemapper(writer, names);
        boolean function = FUNCTION.matcher(reader.getClassName()).matches();
        reader.accept(function ? new Slimming(renaming) : renaming, ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }

    /** Leaves out what nobody calls, and of what is told of a condition that throws all but its text. */
    private static final class Slimming extends ClassVisitor {

        Slimming(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            if (UNCALLED.contains(name)) {
                return null;
            }
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            return name.equals("predicateInformation") ? new TextOfCondition(method) : method;
        }
    }

    /** Makes of a method that gives a condition's text, and the rules and files it stands in, one that gives the text. */
    private static final class TextOfCondition extends MethodVisitor {

        private final MethodVisitor made;
        private String text = "";

        TextOfCondition(MethodVisitor made) {
            super(Opcodes.ASM9);
            this.made = made;
        }

        @Override
        public void visitLdcInsn(Object value) {
            // the names come after it
            if (text.isEmpty() && value instanceof String constant) {
                text = constant;
            }
        }

        @Override
        public void visitEnd() {
            made.visitCode();
            made.visitTypeInsn(Opcodes.NEW, INFORMATION);
            made.visitInsn(Opcodes.DUP);
            made.visitLdcInsn(text);
            made.visitInsn(Opcodes.ICONST_0);
            made.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/String");
            made.visitMethodInsn(
                    Opcodes.INVOKESPECIAL, INFORMATION, "<init>", "(Ljava/lang/String;[Ljava/lang/String;)V", false);
            made.visitInsn(Opcodes.ARETURN);
            made.visitMaxs(4, 1);
            made.visitEnd();
        }
    }
}
