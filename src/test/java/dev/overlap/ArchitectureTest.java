package dev.overlap;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static dev.overlap.ProductionClasses.CLASSES;
import static dev.overlap.ProductionClasses.ROOT;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks which packages and modules each package may use, against the code and the README. */
class ArchitectureTest {

    /**
     * An import of one of our classes, nested or not; the package ends before the first capital.
     */
    private static final Pattern IMPORT =
            Pattern.compile("import (?:static )?(dev\\.overlap(?:\\.[a-z]+)*)\\.[A-Z].*");

    private static final Pattern README_ROW =
            Pattern.compile("\\| `([a-z.]+)` \\| [^|]+ \\| ([a-z., ]*)\\|");

    private static final Map<String, String> MODULE_OF_PACKAGE =
            ModuleLayer.boot().modules().stream()
                    .flatMap(
                            module ->
                                    module.getPackages().stream()
                                            .map(name -> Map.entry(name, module.getName())))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    @ParameterizedTest
    @EnumSource
    void aPackageUsesOnlyWhatTheTableNames(PackageRule owner) {
        classes()
                .that()
                .resideInAPackage(owner.packageName())
                .should()
                .onlyDependOnClassesThat(areOf(owner))
                .because(owner.reason)
                .check(CLASSES);
    }

    /** Checks the sources, too: constants are inlined, so class files do not show their origin. */
    @ParameterizedTest
    @EnumSource
    void sourcesImportOnlyWhatTheTableNames(PackageRule owner) throws IOException {
        assertThat(imports(owner))
                .isSubsetOf(owner.uses.stream().map(PackageRule::packageName).toList());
    }

    @ParameterizedTest
    @EnumSource
    void theTableNamesNothingThatAPackageDoesNotUse(PackageRule owner) throws IOException {
        Set<String> used = new HashSet<>(imports(owner));
        CLASSES.stream()
                .filter(type -> type.getPackageName().equals(owner.packageName()))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(arrow -> arrow.getTargetClass().getBaseComponentType().getPackageName())
                .forEach(used::add);

        assertThat(owner.uses).extracting(PackageRule::packageName).isSubsetOf(used);
    }

    private static Set<String> imports(PackageRule owner) throws IOException {
        Path folder = Path.of("src", "main", "java").resolve(owner.packageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(ArchitectureTest::lines)
                    .map(IMPORT::matcher)
                    .filter(Matcher::matches)
                    .map(line -> line.group(1))
                    .filter(name -> !name.equals(owner.packageName()))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyClassIsInAPackageOfTheTableOrInTheRootPackage() {
        String[] packages =
                Stream.concat(
                                Stream.of(ROOT),
                                Arrays.stream(PackageRule.values()).map(PackageRule::packageName))
                        .toArray(String[]::new);
        classes()
                .should()
                .resideInAnyPackage(packages)
                .because("a package that the table does not name is held by no rule")
                .check(CLASSES);
    }

    @Test
    void noPackageUsesTheRootPackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .because("the root package only selects what to start")
                .check(CLASSES);
    }

    @Test
    void theTableOfTheReadmeIsThisOne() throws IOException {
        Map<String, Set<String>> documented =
                Files.readAllLines(Path.of("README.md")).stream()
                        .map(README_ROW::matcher)
                        .filter(Matcher::matches)
                        .collect(Collectors.toMap(row -> row.group(1), row -> names(row.group(2))));

        assertThat(documented)
                .isEqualTo(
                        Arrays.stream(PackageRule.values())
                                .collect(
                                        Collectors.toMap(
                                                owner -> owner.path,
                                                owner ->
                                                        owner.uses.stream()
                                                                .map(used -> used.path)
                                                                .collect(Collectors.toSet()))));
    }

    private static Set<String> names(String cell) {
        return Stream.of(cell.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private static DescribedPredicate<JavaClass> areOf(PackageRule owner) {
        String[] packages =
                Stream.concat(Stream.of(owner), owner.uses.stream())
                        .map(PackageRule::packageName)
                        .toArray(String[]::new);
        return resideInAnyPackage(packages)
                .or(describe("of " + owner.outside, type -> isOutside(type, owner)))
                .as(
                        "of the packages %s or of the modules java.base and %s",
                        owner.uses, owner.outside);
    }

    private static boolean isOutside(JavaClass type, PackageRule owner) {
        JavaClass element = type.getBaseComponentType();
        if (element.isPrimitive() || element.getPackageName().equals("org.jspecify.annotations")) {
            return true;
        }
        String module = MODULE_OF_PACKAGE.getOrDefault(element.getPackageName(), "unknown");
        return module.equals("java.base")
                || owner.outside.stream().anyMatch(name -> covers(name, module));
    }

    private static boolean covers(String name, String module) {
        return name.endsWith("*")
                ? module.startsWith(name.substring(0, name.length() - 1))
                : module.equals(name);
    }
}
