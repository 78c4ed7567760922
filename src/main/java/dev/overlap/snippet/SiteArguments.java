package dev.overlap.snippet;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.SampleLists;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.address.Address;
import dev.overlap.plan.address.WebUrl;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The sites of one kind as arguments of a program.
 *
 * @param each the first few, as literals of the language: strings for URLs, numbers of milliseconds
 *     for computations
 * @param more the number of further ones
 * @param lab whether a shown one belongs to the lab
 * @param users whether a user name or password was removed from a shown one
 * @param pace the polling interval if the server does not specify one
 */
record SiteArguments(List<String> each, int more, boolean lab, boolean users, Duration pace) {

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
        return of(ofFirstSample(kind), language, PLACEHOLDER_LAB);
    }

    /**
     * Returns the sites of a list, or of the first sample that has any if the list has none of this
     * kind.
     *
     * @param sites of any kinds
     */
    static SiteArguments of(List<StepSequence> sites, TaskKind kind, Language language, URI lab) {
        List<StepSequence> matching =
                sites.stream().filter(step -> TaskKind.of(step) == kind).toList();
        return of(matching.isEmpty() ? ofFirstSample(kind) : matching, language, lab);
    }

    private static List<StepSequence> ofFirstSample(TaskKind kind) {
        return SampleLists.all().stream()
                .map(sampleList -> sites(sampleList.sites(), kind))
                .filter(sites -> !sites.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<StepSequence> sites(SiteList list, TaskKind kind) {
        return list.lines().stream()
                .map(SiteLine::entry)
                .filter(Objects::nonNull)
                .filter(entry -> entry.on() && TaskKind.of(entry.steps()) == kind)
                .flatMap(entry -> IntStream.range(0, entry.times()).mapToObj(_ -> entry.steps()))
                .toList();
    }

    private static SiteArguments of(List<StepSequence> sites, Language language, URI lab) {
        List<StepSequence> shown = sites.stream().limit(MAX_SHOWN).toList();
        List<Address> addresses = addresses(shown);
        return new SiteArguments(
                shown.stream().map(step -> literal(step, language, lab)).toList(),
                sites.size() - shown.size(),
                addresses.stream().anyMatch(address -> address instanceof Address.Lab),
                addresses.stream().anyMatch(SiteArguments::hasUserInfo),
                addresses.stream().allMatch(SiteArguments::isLocal) ? LOCAL_PACE : REMOTE_PACE);
    }

    private static List<Address> addresses(List<StepSequence> sites) {
        return sites.stream().flatMap(site -> site.targets().stream()).toList();
    }

    private static String literal(StepSequence steps, Language language, URI lab) {
        return switch (steps.first()) {
            case Step.Fetch(Address address) -> language.quoted(url(address, lab));
            case Step.Poll(Address address) -> language.quoted(url(address, lab));
            case Step.Compute(Duration time, _) -> Long.toString(time.toMillis());
            case Step.Sleep _, Step.Lock _, Step.Permit _, Step.Add _, Step.Put _, Step.Take _ ->
                    "";
        };
    }

    private static String url(Address address, URI lab) {
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
