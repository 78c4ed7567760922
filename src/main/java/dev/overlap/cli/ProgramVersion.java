package dev.overlap.cli;

import dev.overlap.about.ProgramBuild;
import dev.overlap.text.about.AboutText;

import picocli.CommandLine.IVersionProvider;

/** Says the version of the program, the commit that it was built from, and what runs it. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return AboutText.lines(ProgramBuild.here()).stream()
                .map(line -> line.replace("%", "%%")) // picocli formats it
                .toArray(String[]::new);
    }
}
