package dev.overlap.snippet;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.SampleLists;
import dev.overlap.plan.SampleLists.SampleList;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.address.Address;
import dev.overlap.plan.address.WebUrl;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The sites of one kind as arguments of a program.
 *
 * @param each the first few, as literals of the language: strings for URLs, numbers of milliseconds
 *     for computations; none for tasks with steps
 * @param tasks the first few tasks with steps; none for other kinds
 * @param more the number of further ones
 * @param lab whether a shown one belongs to the lab
 * @param users whether a user name or password was removed from a shown one
 * @param pace the polling interval if the server does not specify one
 */
record SiteArguments(
        List<String> each, StepTasks tasks, int more, boolean lab, boolean users, Duration pace) {

    private static final int MAX_SHOWN = 4;
    private static final URI PLACEHOLDER_LAB = URI.create("http://127.0.0.1:8080");

    /** As in Overlap itself: a server on this machine may be polled frequently. */
    private static final Duration LOCAL_PACE = Duration.ofMillis(100);

    private static final Duration REMOTE_PACE = Duration.ofSeconds(1);

    SiteArguments {
        each = List.copyOf(each);
    }

    /** Returns the sites of the first sample that has any of this kind. */
    static SiteArguments ofSamples(TaskKind kind, Language language) {
        return ofFirstSample(kind, language, PLACEHOLDER_LAB);
    }

    /**
     * Returns the sites of a list, or of the first sample that has any if the list has none of this
     * kind.
     *
     * @param sites of any kinds
     * @param queueSizes by name
     */
    static SiteArguments of(
            List<StepSequence> sites,
            Map<String, Integer> queueSizes,
            TaskKind kind,
            Language language,
            URI lab) {
        List<StepSequence> matching =
                sites.stream().filter(step -> TaskKind.of(step) == kind).toList();
        if (matching.isEmpty()) {
            return ofFirstSample(kind, language, lab);
        }
        return kind == TaskKind.STEPS
                ? of(StepTasks.of(matching, queueSizes, lab), matching.size())
                : of(matching, language, lab);
    }

    /** Returns all sites of a list; as tasks with steps, they may be of any kinds. */
    static SiteArguments ofAll(
            List<StepSequence> sites,
            Map<String, Integer> queueSizes,
            TaskKind kind,
            Language language,
            URI lab) {
        if (kind == TaskKind.STEPS) {
            return of(StepTasks.ofAll(sites, queueSizes, lab), sites.size());
        }
        List<String> each = sites.stream().map(step -> literal(step, language, lab)).toList();
        return of(sites, each, StepTasks.none(lab), 0);
    }

    private static SiteArguments ofFirstSample(TaskKind kind, Language language, URI lab) {
        for (SampleList sample : SampleLists.all()) {
            List<StepSequence> sites = sites(sample.sites(), kind);
            if (!sites.isEmpty()) {
                return of(sites, sample.sites().queues(), kind, language, lab);
            }
        }
        return of(List.of(), language, lab);
    }

    private static List<StepSequence> sites(SiteList list, TaskKind kind) {
        return list.lines().stream()
                .map(SiteLine::entry)
                .filter(Objects::nonNull)
                .filter(entry -> entry.on() && TaskKind.of(entry.steps()) == kind)
                .flatMap(entry -> IntStream.range(0, entry.times()).mapToObj(_ -> entry.steps()))
                .toList();
    }

    private static SiteArguments of(StepTasks tasks, int all) {
        return of(tasks.functions(), List.of(), tasks, all - tasks.count());
    }

    private static SiteArguments of(List<StepSequence> sites, Language language, URI lab) {
        List<StepSequence> shown = sites.stream().limit(MAX_SHOWN).toList();
        return of(
                shown,
                shown.stream().map(step -> literal(step, language, lab)).toList(),
                StepTasks.none(lab),
                sites.size() - shown.size());
    }

    private static SiteArguments of(
            List<StepSequence> shown, List<String> each, StepTasks tasks, int more) {
        List<Address> addresses = shown.stream().flatMap(site -> site.targets().stream()).toList();
        return new SiteArguments(
                each,
                tasks,
                more,
                addresses.stream().anyMatch(address -> address instanceof Address.Lab),
                addresses.stream().anyMatch(SiteArguments::hasUserInfo),
                addresses.stream().allMatch(SiteArguments::isLocal) ? LOCAL_PACE : REMOTE_PACE);
    }

    private static String literal(StepSequence steps, Language language, URI lab) {
        return switch (steps.first()) {
            case Step.Fetch(Address address) -> language.quoted(url(address, lab));
            case Step.Poll(Address address) -> language.quoted(url(address, lab));
            case Step.Compute(Duration time, _) -> Long.toString(time.toMillis());
            case Step.Sleep _, Step.Lock _, Step.Permit _, Step.Add _, Step.Put _, Step.Take _ ->
                    throw new IllegalArgumentException("This is no argument: " + steps.label());
        };
    }

    /** Returns what to request for an address, without a user name or password. */
    static String url(Address address, URI lab) {
        return switch (address) {
            case Address.Lab(String path) -> lab.toString().replaceFirst("/$", "") + path;
            case Address.Web(WebUrl url, _) -> url.toString();
        };
    }

    private static boolean hasUserInfo(Address address) {
        return address instanceof Address.Web(WebUrl url, _) && url.user() != null;
    }

    private static boolean isLocal(Address address) {
        return switch (address) {
            case Address.Lab _ -> true;
            case Address.Web(WebUrl url, _) -> ConnectionSettings.isLoopback(url.host());
        };
    }
}
