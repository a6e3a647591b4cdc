package org.rdpdx.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.rdpdx.inquiry.CodeLookup;
import org.rdpdx.inquiry.ToCollect;
import org.rdpdx.knowledge.Codes;
import org.rdpdx.knowledge.Strength;
import org.rdpdx.report.Page.Style;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Rule;

/** What is known about codes, for a terminal. */
final class CodeText {

    /** Facts to collect that are told. */
    static final int MOST_TO_COLLECT = 4;

    /** Rules that read a code and are told one by one. */
    private static final int MOST_READERS = 12;

    /** Other conditions of a rule that are told. */
    private static final int MOST_OTHERS = 4;

    private final CodeLookup lookup;
    private final Page page;

    CodeText(CodeLookup lookup, Page page) {
        this.lookup = lookup;
        this.page = page;
    }

    void write(Optional<Report> report) {
        for (CodeLookup.Asked asked : lookup.asked()) {
            asked(asked);
            page.blank();
        }
        together();
        readers();
        List<ToCollect> next =
                report.map(one -> one.collectNext(MOST_TO_COLLECT)).orElse(List.of());
        if (!next.isEmpty()) {
            page.blank();
            page.heading(Messages.text("code.next"));
            new CollectText(page).write(next);
        }
    }

    private void asked(CodeLookup.Asked asked) {
        if (asked.meant() != null) {
            page.wrapped(
                    Style.WARNING,
                    "",
                    0,
                    Messages.text("code.meant", asked.word(), shown(asked.number()), asked.meant()));
        }
        for (CodeLookup.Found found : asked.found()) {
            String carried = found.carriedIn().isPresent()
                    ? " "
                            + Messages.text(
                                    "code.carried",
                                    Codes.hexadecimal(found.carriedIn().getAsLong()))
                    : "";
            page.heading(named(found.code()) + ", " + found.table().title() + carried);
            meaning(found.code().meaning(), found.table().where());
            if (!found.table().note().isEmpty()) {
                page.wrapped(Style.QUIET, "  ", 2, found.table().note());
            }
        }
        for (Codes.Event event : asked.events()) {
            page.heading(Messages.text("code.event", event.id(), event.provider(), event.on()));
            meaning(event.meaning(), Messages.text("code.channel", event.channel(), event.level()));
        }
        if (!asked.isKnown()) {
            unknown(asked);
        }
    }

    private void unknown(CodeLookup.Asked asked) {
        page.heading(Messages.text("code.unknown", asked.number().isPresent() ? shown(asked.number()) : asked.word()));
        for (CodeLookup.Kin kin : asked.families()) {
            Codes.Meaning meaning = kin.family().meaning();
            page.wrapped(
                    2,
                    Messages.text(
                            "code.family",
                            kin.table().title(),
                            meaning.says(),
                            meaning.surety().word()));
            sources(4, meaning);
        }
        if (!asked.near().isEmpty() || !asked.nearEvents().isEmpty()) {
            page.wrapped(2, Messages.text("code.near"));
        }
        for (CodeLookup.Found near : asked.near()) {
            page.wrapped(
                    Style.PLAIN,
                    "    ",
                    6,
                    Messages.text(
                            "code.neighbour",
                            named(near.code()),
                            near.code().meaning().says(),
                            near.table().title()));
        }
        for (Codes.Event near : asked.nearEvents()) {
            page.wrapped(
                    Style.PLAIN,
                    "    ",
                    6,
                    Messages.text(
                            "code.neighbour",
                            near.provider() + "/" + near.id(),
                            near.meaning().says(),
                            near.on()));
        }
    }

    /** Number in both forms and name, as far as there are any: {@code 0x904 (2308)}. */
    static String named(Codes.Code code) {
        List<String> parts = new ArrayList<>();
        if (code.number().isPresent()) {
            parts.add(shown(code.number()));
        }
        if (!code.symbol().isEmpty()) {
            parts.add(code.symbol());
        }
        return String.join(" ", parts);
    }

    private static String shown(OptionalLong number) {
        long bits = number.getAsLong();
        long signed = (int) bits;
        String decimal = signed < 0 ? bits + ", " + signed : String.valueOf(bits);
        return Codes.hexadecimal(bits) + " (" + decimal + ")";
    }

    private void meaning(Codes.Meaning meaning, String where) {
        page.wrapped(2, meaning.says());
        String stage = meaning.stage().isEmpty()
                ? Messages.text("code.no-stage")
                : Messages.text("code.stage", meaning.stage());
        page.wrapped(2, Messages.text("code.sure", stage, meaning.surety().word(), where));
        if (!meaning.note().isEmpty()) {
            page.wrapped(2, meaning.note());
        }
        sources(4, meaning);
    }

    private static String basis(String word) {
        return switch (word) {
            case "primary-only" -> Messages.text("code.basis.primary-only");
            case "box-text" -> Messages.text("code.basis.box-text");
            case "pair-seen" -> Messages.text("code.basis.pair-seen");
            default -> Messages.text("code.basis.reasoning");
        };
    }

    /** Addresses are copied: they are never broken. */
    private void sources(int indent, Codes.Meaning meaning) {
        meaning.sources().forEach(source -> page.verbatim(indent, source));
    }

    private void together() {
        if (lookup.notes().isEmpty() && lookup.together().isEmpty()) {
            return;
        }
        page.heading(Messages.text("code.together"));
        lookup.notes().forEach(note -> page.wrapped(2, note.meaning().says()));
        Map<String, List<Codes.Pair>> byBasis = new LinkedHashMap<>();
        lookup.together().forEach(pair -> byBasis.computeIfAbsent(pair.basis(), unused -> new ArrayList<>())
                .add(pair));
        byBasis.forEach((basis, pairs) -> {
            page.blank();
            page.wrapped(2, basis(basis));
            for (Codes.Pair pair : pairs) {
                String look = pair.look().isEmpty() ? "" : ". " + Messages.text("code.look", pair.look());
                page.wrapped(Style.PLAIN, "    - ", 6, pair.meaning().says() + look);
                if (!pair.meaning().note().isEmpty()) {
                    page.wrapped(6, pair.meaning().note());
                }
                sources(6, pair.meaning());
            }
        });
        page.blank();
    }

    private void readers() {
        if (lookup.readers().isEmpty()) {
            page.heading(Messages.text("code.no-readers"));
            return;
        }
        page.heading(Messages.text("code.readers"));
        for (CodeLookup.Reader reader : lookup.readers()
                .subList(0, Math.min(MOST_READERS, lookup.readers().size()))) {
            Rule rule = reader.rule();
            String speaks = rule.isDeduction()
                    ? Messages.text("code.deduces")
                    : Messages.text(
                            rule.against() ? "code.against" : "code.for",
                            rule.speaks().map(Strength::word).orElse(""));
            String conditions =
                    reader.conditions().stream().map(Condition::text).collect(Collectors.joining(", "));
            page.wrapped(Style.PLAIN, "  ", 6, Messages.text("code.reader", rule.name(), speaks, conditions));
            List<String> others = reader.others();
            if (!others.isEmpty()) {
                String more = others.size() > MOST_OTHERS
                        ? " " + Messages.text("next.more", others.size() - MOST_OTHERS)
                        : "";
                String listed = String.join("; ", others.subList(0, Math.min(MOST_OTHERS, others.size())));
                page.wrapped(Style.QUIET, "      ", 6, Messages.text("code.others", listed + more));
            }
        }
        int more = lookup.readers().size() - MOST_READERS;
        if (more > 0) {
            page.wrapped(2, Messages.text("code.more-readers", more));
        }
    }
}
