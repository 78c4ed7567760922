package dev.overlap.cli;

import picocli.CommandLine.IVersionProvider;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/** The version of the program, where the build has put it: its module carries it. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version =
                Optional.ofNullable(ProgramVersion.class.getModule().getDescriptor())
                        .flatMap(ModuleDescriptor::rawVersion)
                        .orElse("of unknown version");
        return new String[] {"overlap " + version};
    }
}
