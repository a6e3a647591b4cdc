package org.rdpdx.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.inquiry.WhyNot;
import org.rdpdx.report.Messages;
import org.rdpdx.report.Report;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rdpdx why-not}. */
final class WhyNotCommand implements Callable<Integer> {

    private final Question question;
    private final PositionalParamSpec diagnosis = Specs.word(1, "0..1", "DIAGNOSIS", "The cause that was expected.");
    private final OptionSpec all = Specs.flag("--all", "Every cause, the most likely first.");

    WhyNotCommand(Console console) {
        this.question = new Question(console);
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this,
                "why-not",
                "why-not facts-samples/stories/host-certificate-expired.yaml firewall-blocks-rdp",
                "Says what keeps a cause from being more likely: for each way of seeing it the condition that stops it.");
        question.addTo(spec);
        spec.addPositional(diagnosis).addOption(all);
        return spec;
    }

    @Override
    public Integer call() {
        boolean every = Boolean.TRUE.equals(all.getValue());
        List<String> named = Specs.values(diagnosis);
        if (named.isEmpty() != every) {
            throw new UsageException(Messages.text("cli.why-not-which"));
        }
        return question.ask(asked -> {
            named.forEach(asked::checked);
            Report report = asked.diagnostician().diagnose(asked.facts());
            List<String> ids = every
                    ? report.ranking().diagnoses().stream().map(Diagnosis::id).toList()
                    : named;
            List<WhyNot> causes = ids.stream()
                    .map(id -> WhyNot.of(id, report.findings(), report.ranking()))
                    .toList();
            return (format, out) -> format.whyNot(report, causes, out);
        });
    }
}
