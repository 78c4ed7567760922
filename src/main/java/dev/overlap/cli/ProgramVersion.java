package dev.overlap.cli;

import picocli.CommandLine.IVersionProvider;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/** Provides the version of the program, which the build puts into its module. */
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
