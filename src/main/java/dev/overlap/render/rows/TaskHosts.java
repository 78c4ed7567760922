package dev.overlap.render.rows;

import dev.overlap.text.rows.RowText;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The hosts of the tasks of a trace: that of the first address in each label, with its port if it
 * names one; {@code lab} for the built-in server. Known before a run begins, so that rows grouped
 * by host do not move during it.
 */
public final class TaskHosts {

    private static final String SCHEME_END = "://";
    private static final String LAB = "lab:";
    private static final String LAB_HOST = "lab";

    /** The hosts of no tasks. */
    static final TaskHosts NONE = new TaskHosts(new String[0]);

    private final String[] hosts;
    private final Map<String, Integer> counts;
    private final Map<String, Integer> ranks = new LinkedHashMap<>();

    private TaskHosts(String[] hosts) {
        this.hosts = hosts;
        counts = new TreeMap<>();
        for (String host : hosts) {
            counts.merge(host, 1, Integer::sum);
        }
        counts.keySet().stream()
                .filter(host -> !host.isEmpty())
                .forEach(host -> ranks.put(host, ranks.size()));
        ranks.put("", ranks.size());
    }

    /** Reads the labels of all tasks. */
    public static TaskHosts of(Trace trace) {
        List<TaskTrack> tasks = trace.tasksSoFar();
        String[] hosts = new String[tasks.size()];
        String previousLabel = "";
        String previousHost = "";
        for (TaskTrack task : tasks) {
            if (!task.label().equals(previousLabel)) {
                previousLabel = task.label();
                previousHost = host(previousLabel);
            }
            hosts[task.index()] = previousHost;
        }
        return new TaskHosts(hosts);
    }

    /** Returns the host of one task; empty if it makes no request. */
    public static String of(TaskTrack task) {
        return host(task.label());
    }

    /** Returns the host of a task; empty if it makes no request. */
    String of(int task) {
        return task < hosts.length ? hosts[task] : "";
    }

    /** Returns the hosts, the most frequent first; with an empty one if a task makes no request. */
    public List<String> byFrequency() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The number of tasks whose labels were read. */
    int size() {
        return hosts.length;
    }

    /** The place of a task's host in alphabetical order; tasks without one come last. */
    int rank(int task) {
        return ranks.getOrDefault(of(task), 0);
    }

    /** The number of ranks. */
    int count() {
        return ranks.size();
    }

    /** The name of a host, also of none. */
    public static String words(String host) {
        return host.isEmpty() ? RowText.NO_HOST : host;
    }

    /** The host of the first address in a label. */
    static String host(String label) {
        int lab = label.indexOf(LAB);
        int scheme = label.indexOf(SCHEME_END);
        if (lab >= 0 && (scheme < 0 || lab < scheme) && startsWord(label, lab)) {
            return LAB_HOST;
        }
        return scheme < 0 ? "" : authority(label.substring(scheme + SCHEME_END.length()));
    }

    /** Whether a word begins here: a lock may be called {@code slab:}. */
    private static boolean startsWord(String label, int at) {
        return at == 0 || !Character.isLetterOrDigit(label.charAt(at - 1));
    }

    private static String authority(String rest) {
        int end = 0;
        while (end < rest.length() && "/?# ".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(0, end);
        return authority.substring(authority.lastIndexOf('@') + 1);
    }
}
