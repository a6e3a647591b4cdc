package org.rdpdx.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rdpdx.knowledge.Area;
import org.rdpdx.knowledge.Card;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.knowledge.Codes;
import org.rdpdx.knowledge.Knowledge;
import org.rdpdx.knowledge.Layer;
import org.rdpdx.knowledge.Retired;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.knowledge.Step;
import org.rdpdx.knowledge.Weights;

/**
 * Content of folders that were read as a whole.
 *
 * @param knowledge what they say
 * @param layers their files
 * @param hash over all files
 */
record OpenedContent(Knowledge knowledge, List<Layer> layers, String hash) implements RulebookContent {

    @Override
    public String version() {
        return knowledge.header().version();
    }

    @Override
    public List<Area> areas() {
        return knowledge.areas();
    }

    @Override
    public Weights weights() {
        return knowledge.header().weights();
    }

    @Override
    public List<Cause> causes() {
        return knowledge.cards().values().stream().map(Cause::of).toList();
    }

    @Override
    public Card card(String id) {
        Card card = knowledge.cards().get(id);
        if (card == null) {
            throw new IllegalArgumentException("no diagnosis " + id);
        }
        return card;
    }

    @Override
    public Step step(String id) {
        Step step = knowledge.steps().get(id);
        if (step == null) {
            throw new IllegalArgumentException("no step " + id);
        }
        return step;
    }

    @Override
    public List<String> stepIds() {
        return List.copyOf(knowledge.steps().keySet());
    }

    @Override
    public List<Retired> retired() {
        return knowledge.retired();
    }

    @Override
    public List<RuleCase> cases() {
        return knowledge.cases();
    }

    @Override
    public Codes codes() {
        return Knowledge.codes(layers);
    }

    @Override
    public String text(String path) {
        for (Layer layer : layers) {
            byte[] content = layer.files().get(path);
            if (content != null) {
                return new String(content, StandardCharsets.UTF_8);
            }
        }
        throw new IllegalArgumentException("no file " + path);
    }
}
