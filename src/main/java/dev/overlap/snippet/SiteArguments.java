package dev.overlap.snippet;

import dev.overlap.plan.Address;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.SampleLists;
import dev.overlap.plan.Site;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.WebUrl;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The sites of one kind as a program names them.
 *
 * @param each the first few, as literals of the language: strings for URLs, numbers of milliseconds
 *     for computations
 * @param more how many others there are
 * @param lab whether one that is shown is of the lab
 * @param users whether a user name or password was left out of one that is shown
 * @param pace how long to leave a job alone whose server does not say
 */
record SiteArguments(List<String> each, int more, boolean lab, boolean users, Duration pace) {

    private static final int MOST = 4;
    private static final URI SOME_LAB = URI.create("http://127.0.0.1:8080");

    /** As Overlap itself does it: a server on this machine bears to be asked often. */
    private static final Duration PACE_HERE = Duration.ofMillis(100);

    private static final Duration PACE_ELSEWHERE = Duration.ofSeconds(1);

    SiteArguments {
        each = List.copyOf(each);
    }

    /** The sites of the first sample that has any of that kind. */
    static SiteArguments ofSamples(TaskKind kind, Language language) {
        return of(ofFirstSample(kind), language, SOME_LAB);
    }

    /**
     * Those of a list; of the first sample that has any, where the list has none of that kind.
     *
     * @param sites of any kinds
     */
    static SiteArguments of(List<Site> sites, TaskKind kind, Language language, URI lab) {
        List<Site> ours = sites.stream().filter(site -> TaskKind.of(site) == kind).toList();
        return of(ours.isEmpty() ? ofFirstSample(kind) : ours, language, lab);
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
        List<Site> shown = sites.stream().limit(MOST).toList();
        List<Address> addresses = addresses(shown);
        return new SiteArguments(
                shown.stream().map(site -> literal(site, language, lab)).toList(),
                sites.size() - shown.size(),
                addresses.stream().anyMatch(address -> address instanceof Address.Lab),
                addresses.stream().anyMatch(SiteArguments::namesAUser),
                addresses.stream().allMatch(SiteArguments::isHere) ? PACE_HERE : PACE_ELSEWHERE);
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
            case Address.Web(WebUrl url, _) -> url.toString();
        };
    }

    private static boolean namesAUser(Address address) {
        return address instanceof Address.Web(WebUrl url, _) && url.user() != null;
    }

    private static boolean isHere(Address address) {
        return switch (address) {
            case Address.Lab _ -> true;
            case Address.Web(WebUrl url, _) -> ConnectionSettings.isLoopback(url.host());
        };
    }
}
