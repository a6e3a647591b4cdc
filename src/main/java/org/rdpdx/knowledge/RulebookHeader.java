package org.rdpdx.knowledge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.input.Fields;
import org.rdpdx.input.MappingNode;

/**
 * The content of {@code rulebook.yaml}.
 *
 * @param version of the content
 * @param areas in connection order
 * @param weights the one table of weights
 */
public record RulebookHeader(String version, List<Area> areas, Weights weights) {

    /** Copies what it is given. */
    public RulebookHeader {
        areas = List.copyOf(areas);
    }

    static RulebookHeader read(Fields fields) {
        String version = fields.requiredText("version");
        // rules written in the words of another major version would read other facts than they mean
        fields.requiredWord("vocabulary", List.of(String.valueOf(Vocabulary.VERSION)));
        List<Area> areas = new ArrayList<>();
        fields.requiredNode("areas");
        fields.map("areas").ifPresent(map -> {
            for (MappingNode.Entry entry : map.map().entries()) {
                map.map(entry.key()).ifPresent(area -> areas.add(area(entry.key(), area)));
            }
        });
        Weights weights = fields.map("weights").map(RulebookHeader::weights).orElseGet(() -> {
            fields.missing("weights");
            return new Weights(Map.of(), Map.of(), Strength.STRONG, Map.of(), 1, 1, 1);
        });
        fields.end();
        return new RulebookHeader(version, areas, weights);
    }

    static Area area(String id, Fields fields) {
        Area area = new Area(
                id,
                fields.requiredText("title"),
                fields.words("stages", Phase.words()).stream()
                        .map(word -> Phase.of(word).orElseThrow())
                        .toList());
        if (area.phases().isEmpty()) {
            fields.missing("stages");
        }
        fields.end();
        return area;
    }

    private static Weights weights(Fields fields) {
        Map<Frequency, Double> prior = table(fields, "prior", Frequency.class, Frequency.values(), Frequency::word);
        Map<Strength, Double> strength = table(fields, "strength", Strength.class, Strength.values(), Strength::word);
        Map<Cures, Double> cures = table(fields, "cures", Cures.class, Cures.values(), Cures::word);
        Strength gate =
                Strength.of(fields.requiredWord("stageGate", Strength.words())).orElse(Strength.STRONG);
        Optional<Fields> likelihood = fields.map("likelihood");
        if (likelihood.isEmpty()) {
            fields.missing("likelihood");
        }
        Weights weights = new Weights(
                prior,
                strength,
                gate,
                cures,
                likelihood.map(table -> number(table, "confirmed")).orElse(1.0),
                likelihood.map(table -> number(table, "likely")).orElse(1.0),
                likelihood.map(table -> number(table, "possible")).orElse(1.0));
        likelihood.ifPresent(Fields::end);
        fields.end();
        return weights;
    }

    private static <E extends Enum<E>> Map<E, Double> table(
            Fields fields, String key, Class<E> type, E[] constants, Function<E, String> word) {
        Map<E, Double> table = new EnumMap<>(type);
        Optional<Fields> map = fields.map(key);
        if (map.isEmpty()) {
            fields.missing(key);
            return table;
        }
        for (E constant : constants) {
            table.put(constant, number(map.get(), word.apply(constant)));
        }
        map.get().end();
        return table;
    }

    private static double number(Fields fields, String key) {
        Optional<Double> number = fields.number(key);
        if (number.isEmpty() && !fields.has(key)) {
            fields.missing(key);
        }
        return number.orElse(0.0);
    }

    static List<Retired> retired(Fields fields) {
        List<Retired> retired = new ArrayList<>();
        for (Fields one : fields.maps("retired")) {
            retired.add(new Retired(one.requiredText("id"), one.requiredText("why"), one.text("replacedBy")));
            one.end();
        }
        fields.end();
        return retired;
    }
}
