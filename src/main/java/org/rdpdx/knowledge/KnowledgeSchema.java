package org.rdpdx.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.rdpdx.input.FieldShapes;
import org.rdpdx.input.Fields;
import org.rdpdx.input.ProblemCode;

/**
 * JSON Schemas (2020-12) of the files of a rulebook, made by listening to what their readers ask for. What a schema accepts
 * may still be refused for what it names: steps, diagnoses, facts that are not there.
 */
public final class KnowledgeSchema {

    private static final String STEPS = "steps";
    private static final String CLASS = "class";
    private static final String EXPECT = "expect";

    private KnowledgeSchema() {}

    /** The files that have a schema, by the word that names it. */
    public static List<String> names() {
        return List.of("card", "cases", "step", "rulebook", "retired");
    }

    /**
     * The schema of a file, as maps, lists, texts, numbers and flags.
     *
     * @throws IllegalArgumentException if nothing has that name
     */
    public static Map<String, Object> of(String name) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        switch (name) {
            case "card" -> {
                schema.put("title", "A diagnosis: diagnosis.yaml");
                schema.putAll(card());
            }
            case "cases" -> {
                schema.put("title", "The cases beside a rule: cases.yaml");
                schema.put("type", "array");
                schema.put("items", oneCase());
                schema.put("allOf", eachExpected());
            }
            case "step" -> {
                schema.put("title", "A step: a file in steps/");
                schema.putAll(step(fields -> CardReader.step("x", fields, new ArrayList<>(), new ArrayList<>())));
            }
            case "rulebook" -> {
                schema.put("title", "The rulebook: rulebook.yaml");
                schema.putAll(rulebook());
            }
            case "retired" -> {
                schema.put("title", "Ids that once existed: retired.yaml");
                schema.putAll(object(FieldShapes.of(Map.of(), RulebookHeader::retired)));
            }
            default -> throw new IllegalArgumentException("no schema " + name);
        }
        return schema;
    }

    private static Map<String, Object> card() {
        Area area = new Area("x", "x", List.of());
        Map<String, Object> card = object(FieldShapes.of(
                Map.of(), fields -> CardReader.card("x", area, fields, new ArrayList<>(), new ArrayList<>())));
        Map<String, Object> steps = map(map(card, "properties"), STEPS);
        steps.put("items", remedy());
        return card;
    }

    /** One entry of the steps of a card: with {@code use} the name of a shared step, else a step of its own. */
    private static Map<String, Object> remedy() {
        Consumer<Fields> reader = fields -> CardReader.remedy("x", fields, new ArrayList<>(), new ArrayList<>());
        Map<String, Object> own = step(reader);
        map(own, "properties").remove("use");
        Map<String, Object> remedy = new LinkedHashMap<>();
        remedy.put("type", "object");
        remedy.put("if", Map.of("required", List.of("use")));
        remedy.put("then", object(FieldShapes.of(Map.of("use", "x"), reader)));
        remedy.put("else", own);
        return remedy;
    }

    /** A step: what it must say further hangs on its class. */
    private static Map<String, Object> step(Consumer<Fields> reader) {
        Map<String, Object> step = object(FieldShapes.of(Map.of(), reader));
        List<Object> further = new ArrayList<>();
        Map<ProblemCode, String> keys = new LinkedHashMap<>();
        keys.put(ProblemCode.UNDO_MISSING, "undo");
        keys.put(ProblemCode.END_MISSING, "temporaryMinutes");
        keys.forEach((code, key) -> {
            TreeSet<String> classes = new TreeSet<>(Words.of(StepClass.values()));
            classes.removeIf(
                    word -> !FieldShapes.problems(Map.of(CLASS, word), reader).contains(code));
            Map<String, Object> rule = new LinkedHashMap<>();
            rule.put(
                    "if",
                    ordered(
                            "required",
                            List.of(CLASS),
                            "properties",
                            Map.of(CLASS, Map.of("enum", List.copyOf(classes)))));
            rule.put("then", Map.of("required", List.of(key)));
            further.add(rule);
        });
        step.put("allOf", further);
        return step;
    }

    private static Map<String, Object> oneCase() {
        Map<String, Object> one = object(
                FieldShapes.of(Map.of(), fields -> CaseReader.read("x", fields, new ArrayList<>(), new ArrayList<>())));
        map(one, "properties").put("facts", Map.of("$ref", "facts.schema.json"));
        return one;
    }

    /** At least one case of each kind. */
    private static List<Object> eachExpected() {
        List<Object> all = new ArrayList<>();
        for (String expected : Words.of(RuleCase.Expected.values())) {
            all.add(Map.of(
                    "contains",
                    ordered("required", List.of(EXPECT), "properties", Map.of(EXPECT, Map.of("const", expected)))));
        }
        return all;
    }

    private static Map<String, Object> rulebook() {
        Map<String, Object> rulebook = object(FieldShapes.of(Map.of(), RulebookHeader::read));
        Map<String, Object> areas = new LinkedHashMap<>();
        areas.put("type", "object");
        areas.put("additionalProperties", object(FieldShapes.of(Map.of(), fields -> RulebookHeader.area("x", fields))));
        map(rulebook, "properties").put("areas", areas);
        return rulebook;
    }

    // ------------------------------------------------------------------ shapes

    private static Map<String, Object> object(FieldShapes.Shape shape) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        shape.keys().forEach((name, key) -> {
            properties.put(name, value(name, key));
            if (key.required()) {
                required.add(name);
            }
        });
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("additionalProperties", false);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put("properties", properties);
        return object;
    }

    private static Object value(String name, FieldShapes.Key key) {
        return switch (key.type()) {
            case ANY -> true;
            case TEXT -> text();
            case WORD -> word(key.words());
            case DATE ->
                ordered(
                        "type",
                        "string",
                        "format",
                        "date",
                        "pattern",
                        "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
            case INTEGER -> spelled("integer", "^-?[0-9]{1,9}$", 999_999_999L);
            case NUMBER -> spelled("number", "^-?[0-9]{1,15}(\\.[0-9]{1,15})?$", 999_999_999_999_999L);
            case FLAG ->
                ordered(
                        "anyOf",
                        List.of(
                                ordered("type", "boolean"),
                                ordered("type", "string", "pattern", "^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$")));
            case LIST -> list(true, key.required());
            case TEXTS -> list(text(), key.required());
            case WORDS -> list(word(key.words()), key.required());
            case TEXT_OR_TEXTS -> ordered("anyOf", List.of(text(), list(text(), key.required())));
            case MAP -> object(shape(name, key));
            case MAPS -> list(object(shape(name, key)), key.required());
        };
    }

    private static FieldShapes.Shape shape(String name, FieldShapes.Key key) {
        FieldShapes.Shape shape = key.map();
        if (shape == null) {
            throw new IllegalStateException("nothing is known of the map " + name);
        }
        return shape;
    }

    /** Values are read from their source text, so a number is a text too. */
    private static Map<String, Object> text() {
        return ordered("type", List.of("string", "number", "boolean"), "pattern", "\\S");
    }

    private static Map<String, Object> word(List<String> words) {
        List<Object> values = new ArrayList<>(words);
        words.stream().filter(word -> word.matches("[0-9]{1,9}")).forEach(word -> values.add(Integer.valueOf(word)));
        return ordered("enum", values);
    }

    private static Map<String, Object> spelled(String type, String pattern, long most) {
        return ordered(
                "anyOf",
                List.of(
                        ordered("type", type, "minimum", -most, "maximum", most),
                        ordered("type", "string", "pattern", pattern)));
    }

    private static Map<String, Object> list(Object items, boolean required) {
        Map<String, Object> list = ordered("type", "array", "items", items);
        if (required) {
            list.put("minItems", 1);
        }
        return list;
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            ordered.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return ordered;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        Object value = parent.get(key);
        if (!(value instanceof Map)) {
            throw new IllegalStateException("no map " + key + " in " + parent.keySet());
        }
        return (Map<String, Object>) value;
    }
}
