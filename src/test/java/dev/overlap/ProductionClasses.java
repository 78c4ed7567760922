package dev.overlap;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import java.nio.file.Path;

/** The compiled classes of the program, without the tests, for rules on its structure. */
final class ProductionClasses {

    /** The root package. */
    static final String ROOT = "dev.overlap";

    /** Imported by path, since in a test run the tests are part of the same module. */
    static final JavaClasses CLASSES = read();

    private ProductionClasses() {}

    /**
     * The rules need names of the libraries' classes only: reading those takes most of the time.
     */
    private static JavaClasses read() {
        return ArchConfiguration.withThreadLocalScope(
                configuration -> {
                    configuration.setResolveMissingDependenciesFromClassPath(false);
                    return new ClassFileImporter().importPath(Path.of("target", "classes"));
                });
    }
}
