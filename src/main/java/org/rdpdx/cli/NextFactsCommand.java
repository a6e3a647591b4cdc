package org.rdpdx.cli;

import java.util.concurrent.Callable;
import org.rdpdx.report.Report;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rdpdx next}. */
final class NextFactsCommand implements Callable<Integer> {

    private final Question question;

    NextFactsCommand(Console console) {
        this.question = new Question(console);
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this,
                "next",
                "next facts-samples/stories/error-code-not-conclusive.yaml",
                "Says which facts to collect next, best first, and how.");
        question.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        return question.ask(asked -> {
            Report report = asked.diagnostician().diagnose(asked.facts());
            return (format, out) -> format.next(report, report.collectNext(), out);
        });
    }
}
