package dev.overlap.testkit;

import dev.overlap.trace.ConnectionTrack;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Compares what all public readers of a trace return, found by reflection, so that a new one is
 * part of every comparison of traces. A reader with a parameter of a kind that is not known here is
 * a failure.
 */
public final class TraceSnapshot {

    private static final int MAX_DIFFERENCES = 8;

    /** The types whose readers are called; values of any other type are compared as they are. */
    private static final Set<Class<?>> TRACKS =
            Set.of(
                    Trace.class,
                    TaskTrack.class,
                    WorkerTrack.class,
                    ConnectionTrack.class,
                    ResourceTrack.class,
                    ResourceTrack.Use.class);

    /** They return something and are no readers, or depend on the clock of the process. */
    private static final Set<String> NO_READERS =
            Set.of(
                    "Trace.addWorker",
                    "Trace.sinceZero",
                    "TaskTrack.end(Outcome,long)",
                    "Trace.task",
                    "Trace.worker",
                    "Trace.resource",
                    "Trace.connection");

    private final Trace trace;
    private final List<Long> instants;
    private final Map<String, Object> results = new TreeMap<>();

    private TraceSnapshot(Trace trace, long horizonNanos) {
        this.trace = trace;
        instants = List.of(horizonNanos / 2, horizonNanos, Long.MAX_VALUE);
    }

    /**
     * Returns where two traces differ: the first few readers with both results.
     *
     * @param horizonNanos up to when the traces are looked at; that of a run in progress grows
     */
    public static List<String> differences(Trace one, Trace other, long horizonNanos) {
        Map<String, Object> expected = of(one, horizonNanos);
        Map<String, Object> actual = of(other, horizonNanos);
        TreeSet<String> readers = new TreeSet<>(expected.keySet());
        readers.addAll(actual.keySet());
        return readers.stream()
                .filter(key -> !Objects.equals(expected.get(key), actual.get(key)))
                .limit(MAX_DIFFERENCES)
                .map(key -> key + ": " + expected.get(key) + ", and " + actual.get(key))
                .toList();
    }

    private static Map<String, Object> of(Trace trace, long horizonNanos) {
        TraceSnapshot snapshot = new TraceSnapshot(trace, horizonNanos);
        snapshot.addReaders("", trace);
        snapshot.addConnectionsOfExchanges();
        if (!trace.isFinished()) {
            snapshot.results.remove(".horizonNanos");
        }
        return snapshot.results;
    }

    private void addConnectionsOfExchanges() {
        for (TaskTrack task : trace.tasks()) {
            for (Exchange exchange : task.exchanges()) {
                ConnectionTrack connection = trace.connection(exchange);
                results.put(
                        "connection of task " + task.index() + ", " + exchange,
                        connection == null ? -1 : connection.index());
            }
        }
    }

    private void addReaders(String path, Object track) {
        for (Method method : track.getClass().getDeclaredMethods()) {
            if (isReader(method)) {
                callAll(path, track, method, new ArrayList<>());
            }
        }
    }

    private static boolean isReader(Method method) {
        String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        String parameters =
                String.join(
                        ",",
                        Arrays.stream(method.getParameterTypes())
                                .map(Class::getSimpleName)
                                .toList());
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && method.getReturnType() != void.class
                && !NO_READERS.contains(name)
                && !NO_READERS.contains(name + "(" + parameters + ")");
    }

    /** Calls a reader with every combination of arguments. */
    private void callAll(String path, Object track, Method method, List<Object> arguments) {
        if (arguments.size() == method.getParameterCount()) {
            String all = arguments.isEmpty() ? "" : arguments.toString();
            add(path + "." + method.getName() + all, call(track, method, arguments));
            return;
        }
        for (Object argument : arguments(track, method.getParameterTypes()[arguments.size()])) {
            arguments.add(argument);
            callAll(path, track, method, arguments);
            arguments.removeLast();
        }
    }

    private List<?> arguments(Object track, Class<?> type) {
        if (type == long.class) {
            return instants;
        } else if (type == int.class) {
            return IntStream.range(0, indices(track)).boxed().toList();
        } else if (type == Phase.class) {
            return List.of(Phase.values());
        }
        throw new AssertionError("a reader of traces has a parameter of " + type);
    }

    private static int indices(Object track) {
        return switch (track) {
            case TaskTrack task -> task.segments();
            case WorkerTrack worker -> worker.slices();
            case ConnectionTrack connection -> connection.uses();
            case ResourceTrack resource -> resource.uses().size();
            default -> throw new AssertionError("no index of " + track.getClass());
        };
    }

    private static Object call(Object track, Method method, List<Object> arguments) {
        try {
            return method.invoke(track, arguments.toArray());
        } catch (InvocationTargetException e) {
            throw new AssertionError(method.getName(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private void add(String path, Object result) {
        if (result instanceof List<?> list && list.stream().anyMatch(TraceSnapshot::isTrack)) {
            results.put(path + " size", list.size());
            for (int i = 0; i < list.size(); i++) {
                add(path + i, list.get(i));
            }
        } else if (isTrack(result)) {
            addReaders(path, result);
        } else {
            results.put(path, String.valueOf(result));
        }
    }

    private static boolean isTrack(Object result) {
        return result != null && TRACKS.contains(result.getClass());
    }
}
