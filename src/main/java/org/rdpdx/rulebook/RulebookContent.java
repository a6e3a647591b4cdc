package org.rdpdx.rulebook;

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

/** What a rulebook says besides its rules: read as a whole, or each card when it is shown. */
interface RulebookContent {

    String version();

    String hash();

    List<Area> areas();

    Weights weights();

    List<Cause> causes();

    Card card(String id);

    Step step(String id);

    List<String> stepIds();

    List<Retired> retired();

    List<RuleCase> cases();

    Codes codes();

    String text(String path);

    List<Layer> layers();

    Knowledge knowledge();
}
