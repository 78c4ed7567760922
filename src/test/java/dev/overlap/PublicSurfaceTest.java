package dev.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds that a public method or constructor is used in another package, if only by a test or a
 * benchmark there.
 */
class PublicSurfaceTest {
    private static List<JavaClass> publicClasses = List.of();

    /** All sources of the benchmarks in one: they are compiled only when they are run. */
    private static String benchmarks = "";

    @BeforeAll
    static void readClassFiles() throws IOException {
        Path main = Path.of("target", "classes").toRealPath();
        Path tests = Path.of("target", "test-classes").toRealPath();
        Set<String> namedByTheModule = namedByTheModule();
        publicClasses =
                new ClassFileImporter()
                        .importPaths(main, tests).stream()
                                .filter(type -> isBelow(main, type))
                                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                                .filter(type -> !namedByTheModule.contains(type.getName()))
                                .toList();
        benchmarks = textOf(Path.of("src", "bench"));
    }

    @Test
    void aPublicMethodIsUsedInAnotherPackage() {
        assertThat(publicClasses.stream().flatMap(PublicSurfaceTest::publicByChoice))
                .hasSizeGreaterThan(500)
                .filteredOn(method -> !isUsedElsewhere(method) && !isBenchmarked(method))
                .extracting(JavaCodeUnit::getFullName)
                .isEmpty();
    }

    private static String textOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    private static boolean isBelow(Path folder, JavaClass type) {
        return Path.of(type.getSource().orElseThrow().getUri()).startsWith(folder);
    }

    /** The main class and the services: no code has to name them. */
    private static Set<String> namedByTheModule() {
        ModuleDescriptor module = Main.class.getModule().getDescriptor();
        return Stream.concat(
                        Stream.of(Main.class.getName()),
                        module.provides().stream().flatMap(each -> each.providers().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isUsedElsewhere(JavaCodeUnit method) {
        return method.getAccessesToSelf().stream()
                .anyMatch(use -> isElsewhere(use.getOriginOwner(), method.getOwner()));
    }

    private static boolean isBenchmarked(JavaCodeUnit method) {
        JavaClass owner = method.getOwner();
        String call =
                method.isConstructor() ? "new " + owner.getSimpleName() : "." + method.getName();
        return benchmarks.contains("import " + owner.getName() + ";")
                && benchmarks.contains(call + "(");
    }

    private static boolean isElsewhere(JavaClass user, JavaClass used) {
        return !user.getPackageName().equals(used.getPackageName());
    }

    /** Leaves out what the compiler writes, what a supertype requires, and JavaFX properties. */
    private static Stream<JavaCodeUnit> publicByChoice(JavaClass type) {
        return type.getCodeUnits().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(method -> !isImplied(type, method))
                .filter(method -> !overrides(type, method));
    }

    private static boolean isImplied(JavaClass type, JavaCodeUnit method) {
        boolean isDefaultConstructor =
                method.isConstructor() && method.getRawParameterTypes().isEmpty();
        boolean isOfRecord =
                type.isRecord()
                        && (method.isConstructor()
                                || type.tryGetField(method.getName()).isPresent());
        boolean isOfEnum = type.isEnum() && Set.of("values", "valueOf").contains(method.getName());
        boolean isOfControl = method.getName().endsWith("Property");
        return isDefaultConstructor || isOfRecord || isOfEnum || isOfControl || type.isInterface();
    }

    private static boolean overrides(JavaClass type, JavaCodeUnit method) {
        return Stream.concat(
                        type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .flatMap(parent -> parent.getMethods().stream())
                .filter(inherited -> inherited.getName().equals(method.getName()))
                .anyMatch(
                        inherited ->
                                inherited.getRawParameterTypes().size()
                                        == method.getRawParameterTypes().size());
    }
}
