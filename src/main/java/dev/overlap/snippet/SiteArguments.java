package dev.overlap.snippet;

import dev.overlap.plan.Address;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.SampleLists;
import dev.overlap.plan.Site;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;

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
    static SiteArguments of(List<Site> sites, TaskKind kind, Language language, URI lab) {
        List<Site> matching = sites.stream().filter(site -> TaskKind.of(site) == kind).toList();
        return of(matching.isEmpty() ? ofFirstSample(kind) : matching, language, lab);
    }

    private static List<Site> ofFirstSample(TaskKind kind) {
        return SampleLists.all().stream()
                .map(sampleList -> sites(sampleList.sites(), kind))
                .filter(sites -> !sites.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Site> sites(SiteList list, TaskKind kind) {
        return list.lines().stream()
                .map(SiteLine::entry)
                .filter(Objects::nonNull)
                .filter(entry -> entry.on() && TaskKind.of(entry.site()) == kind)
                .flatMap(entry -> IntStream.range(0, entry.times()).mapToObj(_ -> entry.site()))
                .toList();
    }

    private static SiteArguments of(List<Site> sites, Language language, URI lab) {
        List<Site> shown = sites.stream().limit(MAX_SHOWN).toList();
        List<Address> addresses = addresses(shown);
        return new SiteArguments(
                shown.stream().map(site -> literal(site, language, lab)).toList(),
                sites.size() - shown.size(),
                addresses.stream().anyMatch(address -> address instanceof Address.Lab),
                addresses.stream().anyMatch(SiteArguments::hasUserInfo),
                addresses.stream().allMatch(SiteArguments::isLocal) ? LOCAL_PACE : REMOTE_PACE);
    }

    private static List<Address> addresses(List<Site> sites) {
        return sites.stream().map(Site::target).filter(Objects::nonNull).toList();
    }

    private static String literal(Site site, Language language, URI lab) {
        return switch (site) {
            case Site.Fetch(Address address) -> language.quoted(url(address, lab));
            case Site.Poll(Address address) -> language.quoted(url(address, lab));
            case Site.Compute(Duration time) -> Long.toString(time.toMillis());
        };
    }

    private static String url(Address address, URI lab) {
        return switch (address) {
            case Address.Lab(String path) -> lab.toString().replaceFirst("/$", "") + path;
            case Address.Web(URI uri, _) -> uri.toString().replaceFirst("//[^/?#]*@", "//");
        };
    }

    private static boolean hasUserInfo(Address address) {
        return address instanceof Address.Web(URI uri, _) && uri.getRawUserInfo() != null;
    }

    private static boolean isLocal(Address address) {
        return switch (address) {
            case Address.Lab _ -> true;
            case Address.Web(URI uri, _) -> ConnectionSettings.isLoopback(uri.getHost());
        };
    }
}
