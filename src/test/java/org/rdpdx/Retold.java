package org.rdpdx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.Shape;
import org.rdpdx.facts.Vocabulary;

/** Tells a case again by path, as a program that embeds the library does. */
public final class Retold {

    private Retold() {}

    /** The same case. */
    public static CaseFacts of(CaseFacts facts) {
        return of(facts, facts.facts());
    }

    /**
     * The case with some of its facts.
     *
     * @param kept of this case, in any order
     */
    public static CaseFacts of(CaseFacts facts, List<Fact> kept) {
        CaseFacts.Builder retold = CaseFacts.named(facts.name());
        facts.observedAt().ifPresent(time -> retold.observedAt(time.text()));
        facts.none().forEach(retold::none);
        facts.unread().forEach(unread -> retold.unread(unread.path(), unread.because()));
        kept.forEach(fact -> tell(fact, retold));
        return retold.build();
    }

    private static void tell(Fact fact, CaseFacts.Builder retold) {
        Kind kind = fact.factKind();
        String path = fact.viewpoint().equals(Vocabulary.TOP) ? kind.key() : fact.viewpoint() + "." + kind.key();
        Map<String, Object> said = said(fact);
        if (kind.shape() == Shape.LIST) {
            retold.add(path, said);
            return;
        }
        if (fact.absent()) {
            retold.absent(path);
            said.remove(Kind.PRESENT);
        } else if (said.isEmpty()) {
            said.put(Kind.PRESENT, true);
        }
        said.forEach((name, value) -> retold.put(path + "." + name, value));
    }

    private static Map<String, Object> said(Fact fact) {
        Map<String, Object> said = new LinkedHashMap<>();
        if (fact.absent()) {
            said.put(Kind.PRESENT, false);
        }
        for (Property property : fact.factKind().ownProperties()) {
            Object value = fact.value(property.name());
            if (value != null && !property.derived()) {
                said.put(property.name(), value);
            }
        }
        return said;
    }
}
