package org.rdpdx.cli;

import java.util.Optional;
import org.rdpdx.input.Nearest;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.knowledge.Retired;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rdpdx rules}. */
final class RulesCommand {

    private RulesCommand() {}

    static CommandSpec spec(Console console) {
        return Specs.group(
                        "cli.rules-what",
                        "rules",
                        "rules test host-certificate-expired",
                        "For those who write rules. Works on ./rules/v1 where it is, else on the bundled rules.")
                .addSubcommand("new", new RulesNewCommand(console).spec())
                .addSubcommand("list", new RulesListCommand(console).spec())
                .addSubcommand("show", new RulesShowCommand(console).spec())
                .addSubcommand("check", new RulesCheckCommand(console).spec())
                .addSubcommand("test", new RulesTestCommand(console).spec())
                .addSubcommand("watch", new RulesWatchCommand(console).spec())
                .addSubcommand("docs", new RulesDocsCommand(console).spec())
                .addSubcommand("diff", new RulesDiffCommand(console).spec())
                .addSubcommand("pack", new RulesPackCommand(console).spec())
                .addSubcommand("schema", new RulesSchemaCommand(console).spec());
    }

    /** Refuses an id that no diagnosis has, with those near it, or with what replaced it. */
    static void checkId(Rulebook rulebook, String id) {
        if (rulebook.cause(id).isPresent()) {
            return;
        }
        Optional<Retired> retired =
                rulebook.retired().stream().filter(gone -> gone.id().equals(id)).findFirst();
        if (retired.isPresent()) {
            throw new UsageException(Messages.text(
                    "cli.retired-id",
                    id,
                    retired.get().why(),
                    retired.get().replacedBy().orElse("-")));
        }
        throw new UsageException(Messages.unknown(
                "cli.unknown-id",
                id,
                Nearest.to(id, rulebook.causes().stream().map(Cause::id).toList())));
    }
}
