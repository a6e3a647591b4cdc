package org.rdpdx.facts;

import java.util.Comparator;

/** By kind, viewpoint and content, so that the order of files and entries never matters. */
final class FactOrder implements Comparator<Fact> {

    static final FactOrder INSTANCE = new FactOrder();

    private FactOrder() {}

    @Override
    public int compare(Fact left, Fact right) {
        Kind kind = left.factKind();
        if (kind != right.factKind()) {
            return Integer.compare(kind.ordinal(), right.factKind().ordinal());
        }
        int viewpoint = Integer.compare(
                Vocabulary.viewpoints().indexOf(left.viewpoint()),
                Vocabulary.viewpoints().indexOf(right.viewpoint()));
        if (viewpoint != 0) {
            return viewpoint;
        }
        for (int i = 0; i < kind.properties().size(); i++) {
            int compared = Values.compare(left.value(i), right.value(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }
}
