package org.rdpdx.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rdpdx.facts.CollectWay;
import org.rdpdx.inquiry.ToCollect;
import org.rdpdx.report.Page.Style;

/** What is to be collected, as a numbered list; a command or question that answers several is written once. */
final class CollectText {

    private static final int INDENT = 5;

    private final Page page;
    private final Map<CollectWay, Integer> told = new HashMap<>();

    CollectText(Page page) {
        this.page = page;
    }

    /** What one of them can move; empty if that is not told. */
    interface Deciding {
        String of(ToCollect one);
    }

    void write(List<ToCollect> all) {
        write(all, one -> "");
    }

    void write(List<ToCollect> all, Deciding deciding) {
        int number = 1;
        for (ToCollect one : all) {
            page.wrapped(Style.PLAIN, PlanText.number(number), INDENT, one.shown());
            String decides = deciding.of(one);
            if (!decides.isEmpty()) {
                page.wrapped(INDENT, decides);
            }
            if (one.way().isPresent()) {
                way(one.way().get(), number);
            }
            number++;
        }
    }

    private void way(CollectWay way, int number) {
        Integer before = told.putIfAbsent(way, number);
        if (before == null) {
            PlanText.collecting(page, way);
        } else {
            page.wrapped(
                    INDENT, Messages.text(way.command().isEmpty() ? "text.same.ask" : "text.same.command", before));
        }
    }
}
