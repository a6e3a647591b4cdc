package org.rdpdx.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.InvalidFactFileException;
import org.rdpdx.inquiry.Flip;
import org.rdpdx.inquiry.WhatIf;
import org.rdpdx.report.Messages;
import org.rdpdx.report.Report;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code rdpdx what-if}. */
final class WhatIfCommand implements Callable<Integer> {

    private final Question question;
    private final OptionSpec set = Specs.severalTimes(
            "--set", "PATH=VALUE", "Say a fact otherwise, such as host.nla.required=false; may be repeated.");
    private final OptionSpec unset =
            Specs.severalTimes("--unset", "PATH", "Take a fact out, as if nobody had observed it; may be repeated.");
    private final OptionSpec flip = Specs.option(
            "--flip",
            "DIAGNOSIS",
            "Find a smallest change of facts (up to three) that brings this cause among the likely ones, or takes it out.");

    WhatIfCommand(Console console) {
        this.question = new Question(console);
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this,
                "what-if",
                "what-if case.yaml --set host.nla.required=false",
                "Shows how causes and rules would move if facts were otherwise. Changes no file.");
        question.addTo(spec);
        spec.addOption(set).addOption(unset).addOption(flip);
        return spec;
    }

    @Override
    public Integer call() {
        Map<String, String> values = values();
        List<String> without = Specs.values(unset);
        Optional<String> flipped = Optional.ofNullable(flip.<String>getValue());
        if (flipped.isPresent() == (!values.isEmpty() || !without.isEmpty())) {
            throw new UsageException(Messages.text("cli.what-if-which"));
        }
        return question.ask(asked -> {
            Report report = asked.diagnostician().diagnose(asked.facts());
            if (flipped.isPresent()) {
                String id = asked.checked(flipped.get());
                Optional<Flip> found = asked.diagnostician().flip(asked.facts(), id);
                return (format, out) -> format.flip(report, id, found, out);
            }
            Report then = asked.diagnostician().diagnose(changed(asked.facts(), values, without));
            WhatIf whatIf = WhatIf.of(report.findings(), report.ranking(), then.findings(), then.ranking());
            return (format, out) -> format.whatIf(report, whatIf, out);
        });
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String one : Specs.values(set)) {
            int equals = one.indexOf('=');
            if (equals <= 0 || equals == one.length() - 1) {
                throw new UsageException(Messages.text("cli.not-a-setting", one));
            }
            values.put(
                    one.substring(0, equals).strip(), one.substring(equals + 1).strip());
        }
        return values;
    }

    /** What was typed on the command line is a slip of the command, not of a fact file. */
    private static CaseFacts changed(CaseFacts facts, Map<String, String> values, List<String> without) {
        try {
            return facts.changed(values, without);
        } catch (InvalidFactFileException refused) {
            throw new UsageException(
                    refused.problems().stream().map(Messages::sentence).collect(Collectors.joining("\n")));
        }
    }
}
