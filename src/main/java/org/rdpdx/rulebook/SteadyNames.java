package org.rdpdx.rulebook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes what Drools compiles the same each time. Drools counts the patterns that have no name from the start of the program,
 * so that the same rule is another class after other rules; here they are counted for each rule file. And it makes classes
 * that know the properties of each kind for each rule file anew; here all use the same.
 */
final class SteadyNames {

    private static final Pattern COUNTED = Pattern.compile("(GENERATED_\\$pattern_\\w+\\$)(\\d+)(\\$)");

    /** Patterns of one rule file that get numbers with as many digits, in case names are put in order somewhere. */
    private static final int ROUND = 10_000;

    private static final Pattern METADATA = Pattern.compile("rules/DomainClassesMetadata[0-9A-F]{32}");

    private static final Set<String> KNOWN =
            Arrays.stream(KindMetadata.class.getFields()).map(Field::getName).collect(Collectors.toUnmodifiableSet());

    private static final String SAME_METADATA = KindMetadata.class.getName().replace('.', '/');

    private SteadyNames() {}

    /** Moves the count of Drools on to the next round number. */
    static void nextRound() {
        String name;
        do {
            name = org.drools.model.impl.NamesGenerator.generateName("");
        } while (Integer.parseInt(name.replaceAll("\\D", "")) % ROUND != 0);
    }

    /** The same classes, with the patterns counted from 1 and the metadata of {@link KindMetadata}. */
    static SortedMap<String, byte[]> of(SortedMap<String, byte[]> compiled) {
        SortedMap<String, byte[]> classes = new TreeMap<>(compiled);
        classes.keySet()
                .removeIf(name -> METADATA.matcher(name.replace('.', '/')).lookingAt());
        classes.values().forEach(SteadyNames::checkMetadata);
        TreeSet<Integer> numbers = new TreeSet<>();
        classes.values()
                .forEach(code -> rewritten(code, text -> {
                    Matcher counted = COUNTED.matcher(text);
                    while (counted.find()) {
                        numbers.add(Integer.valueOf(counted.group(2)));
                    }
                    return text;
                }));
        Map<String, String> places = new HashMap<>();
        numbers.forEach(number -> places.put(String.valueOf(number), String.valueOf(places.size() + 1)));
        SortedMap<String, byte[]> steady = new TreeMap<>();
        classes.forEach((name, code) -> steady.put(
                name,
                rewritten(code, text -> METADATA.matcher(text).matches() ? SAME_METADATA : counted(text, places))));
        return steady;
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

    private static String counted(String text, Map<String, String> places) {
        return COUNTED.matcher(text)
                .replaceAll(counted ->
                        Matcher.quoteReplacement(counted.group(1) + places.get(counted.group(2)) + counted.group(3)));
    }

    private interface Rewriting {
        String of(String text);
    }

    /** A class whose names are changed. Nothing else of a class file hangs on how long they are. */
    private static byte[] rewritten(byte[] code, Rewriting names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(code.length);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(code))) {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeLong(in.readLong());
            int count = in.readUnsignedShort();
            out.writeShort(count);
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                out.writeByte(tag);
                switch (tag) {
                    case ConstantPool.UTF8 -> out.writeUTF(names.of(in.readUTF()));
                    case ConstantPool.INTEGER,
                            ConstantPool.FLOAT,
                            ConstantPool.FIELD,
                            ConstantPool.METHOD,
                            ConstantPool.INTERFACE_METHOD,
                            ConstantPool.NAME_AND_TYPE,
                            ConstantPool.INVOKE_DYNAMIC -> out.writeInt(in.readInt());
                    case ConstantPool.LONG, ConstantPool.DOUBLE -> {
                        out.writeLong(in.readLong());
                        i++;
                    }
                    case ConstantPool.CLASS, ConstantPool.STRING, ConstantPool.METHOD_TYPE ->
                        out.writeShort(in.readShort());
                    case ConstantPool.METHOD_HANDLE -> {
                        out.writeByte(in.readByte());
                        out.writeShort(in.readShort());
                    }
                    default -> throw new IllegalStateException("tag " + tag);
                }
            }
            out.write(in.readAllBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
