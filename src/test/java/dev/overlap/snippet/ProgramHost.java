package dev.overlap.snippet;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Runs compiled programs one after another, as the {@code java} command would each: in a Java
 * machine of their own, that a test can end, and whose standard output is theirs.
 */
final class ProgramHost {

    /** Stands before the output of a program, in a line of its own with its name. */
    static final String CURTAIN = "#### ";

    private ProgramHost() {}

    /** The arguments are the names of the classes. */
    public static void main(String[] names) throws Exception {
        for (String name : names) {
            System.out.println(CURTAIN + name);
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
