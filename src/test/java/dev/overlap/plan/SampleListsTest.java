package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.SampleLists.SampleList;
import dev.overlap.plan.address.Address;

import org.junit.jupiter.api.Test;

class SampleListsTest {

    @Test
    void greetingIsSixSitesOfTheLabAndOneComment() {
        SiteList greeting = SampleLists.greeting();

        assertThat(greeting.lines()).hasSize(7);
        assertThat(greeting.lines().getFirst().text()).startsWith("# ");
        assertThat(tasks(greeting)).hasSize(6).allMatch(SampleListsTest::isOfTheLab);
    }

    @Test
    void onlyTheFourSitesOfTheArticleNeedInternet() {
        assertThat(SampleLists.all())
                .filteredOn(SampleList::needsInternet)
                .singleElement()
                .satisfies(
                        sampleList ->
                                assertThat(tasks(sampleList.sites()))
                                        .extracting(Task::label)
                                        .containsExactly(
                                                "https://www.google.com",
                                                "https://www.linkedin.com",
                                                "https://www.quora.com",
                                                "https://www.facebook.com"));
    }

    @Test
    void herdIsTwoHundredTasks() {
        assertThat(SampleLists.all())
                .filteredOn(sampleList -> sampleList.name().contains("200"))
                .singleElement()
                .satisfies(sampleList -> assertThat(tasks(sampleList.sites())).hasSize(200));
    }

    @Test
    void computingComputesAndPollingPolls() {
        assertThat(kinds("Computing")).contains(Step.Compute.class, Step.Fetch.class);
        assertThat(kinds("Polling")).contains(Step.Poll.class, Step.Fetch.class);
    }

    @Test
    void threeListsAreAboutWhatTasksShare() {
        assertThat(shared("A race, and its remedy"))
                .containsExactly(
                        new Resource("unlocked", Resource.Type.COUNTER, 1),
                        new Resource("door", Resource.Type.LOCK, 1),
                        new Resource("locked", Resource.Type.COUNTER, 1));
        assertThat(shared("Two locks in two orders"))
                .containsExactly(
                        new Resource("savings", Resource.Type.LOCK, 1),
                        new Resource("checking", Resource.Type.LOCK, 1));
        assertThat(shared("A queue that fills up"))
                .containsExactly(new Resource("dishes", Resource.Type.QUEUE, 2));
    }

    private static java.util.List<Resource> shared(String name) {
        return SampleLists.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .get()
                .sites()
                .resources();
    }

    private static java.util.List<Class<?>> kinds(String name) {
        SampleList sampleList =
                SampleLists.all().stream().filter(one -> one.name().equals(name)).findFirst().get();
        return tasks(sampleList.sites()).stream()
                .<Class<?>>map(t -> t.steps().first().getClass())
                .toList();
    }

    @Test
    void onlyTheFailuresHoldALineThatIsNotUnderstood() {
        assertThat(SampleLists.all())
                .filteredOn(sampleList -> sampleList.sites().problems() > 0)
                .extracting(SampleList::name)
                .containsExactly("Failures");
    }

    private static java.util.List<Task> tasks(SiteList sites) {
        return new Plan(sites, "event-loop", Settings.DEFAULT).tasks();
    }

    private static boolean isOfTheLab(Task task) {
        return task.steps().first() instanceof Step.Fetch(Address address)
                && address instanceof Address.Lab;
    }
}
