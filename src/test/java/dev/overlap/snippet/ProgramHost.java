package dev.overlap.snippet;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Runs compiled programs one after another, like separate {@code java} commands, in one JVM of
 * their own, which a test can kill and whose standard output is theirs.
 */
final class ProgramHost {

    /** Precedes the output of a program, on a line of its own with its name. */
    static final String SEPARATOR = "#### ";

    private ProgramHost() {}

    /** Runs the programs of these classes. */
    public static void main(String[] names) throws Exception {
        for (String name : names) {
            System.out.println(SEPARATOR + name);
            Class<?> type = Class.forName(name);
            Method main = mainOf(type);
            main.setAccessible(true);
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object program = constructor.newInstance();
            if (main.getParameterCount() == 0) {
                main.invoke(program);
            } else {
                main.invoke(program, (Object) new String[0]);
            }
        }
    }

    private static Method mainOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("main"))
                .findFirst()
                .orElseThrow();
    }
}
