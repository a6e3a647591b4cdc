package org.rdpdx.cli;

import org.rdpdx.report.Report;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        try (Rulebook bundled = Rulebook.bundled()) {
            return new String[] {
                "rdpdx " + Report.toolVersion(),
                "rulebook " + bundled.version() + " (" + bundled.hash().substring(0, 12) + ")",
                "java " + System.getProperty("java.version")
            };
        }
    }
}
