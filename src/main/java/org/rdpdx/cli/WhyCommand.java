package org.rdpdx.cli;

import java.util.concurrent.Callable;
import org.rdpdx.report.Report;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rdpdx why}. */
final class WhyCommand implements Callable<Integer> {

    private final Question question;
    private final PositionalParamSpec diagnosis =
            Specs.word(1, "0..1", "DIAGNOSIS", "The cause to explain; the first if none is named.");

    WhyCommand(Console console) {
        this.question = new Question(console);
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this,
                "why",
                "why facts-samples/stories/host-certificate-expired.yaml",
                "Explains how sure a cause is: from the facts, with file and line, to its confidence.");
        question.addTo(spec);
        spec.addPositional(diagnosis);
        return spec;
    }

    @Override
    public Integer call() {
        return question.ask(asked -> {
            Report report = asked.diagnostician().diagnose(asked.facts());
            String id = Specs.values(diagnosis).stream()
                    .findFirst()
                    .map(asked::checked)
                    .orElseGet(() -> report.ranking().standing().get(0).id());
            return (format, out) -> format.why(report, id, out);
        });
    }
}
