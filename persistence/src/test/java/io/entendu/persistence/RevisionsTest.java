package io.entendu.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import io.entendu.persistence.Published.Source;
import io.entendu.persistence.Publishing.Done;
import io.entendu.persistence.Publishing.Reason;
import io.entendu.persistence.Publishing.Refused;
import io.entendu.persistence.Publishing.Unchanged;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RevisionsTest {

    private static final SurveyId NPS = new SurveyId("nps");
    private static final OptionalInt NONE = OptionalInt.empty();

    @BeforeEach
    void emptied() {
        empty();
    }

    void empty() {
        TestRedis.emptied();
    }

    RedisClusterCommands<String, String> commands() {
        return TestRedis.commands();
    }

    Revisions revisions() {
        return TestRedis.open(Duration.ofSeconds(30)).revisions();
    }

    /** Another process: connections of its own. */
    Revisions elsewhere() {
        return TestRedis.open(Duration.ofSeconds(31)).revisions();
    }

    private static SurveyKey key(String revision) {
        return new SurveyKey(NPS, revision);
    }

    private Publishing publish(String revision, OptionalInt number, Source source) {
        return revisions().publish(key(revision), number, source, "content " + revision);
    }

    private String currentRevision() {
        return revisions().current().get(NPS).key().revision();
    }

    private List<String> historyOf(SurveyId survey) {
        return revisions().history(survey).stream().map(p -> p.key().revision()).toList();
    }

    @Test
    void whatIsPublishedIsCurrentEverywhereWithItsContent() {
        var done = (Done) publish("a", OptionalInt.of(3), Source.API);

        assertThat(elsewhere().current()).containsOnlyKeys(NPS).containsValue(done.current());
        assertThat(done.current().key()).isEqualTo(key("a"));
        assertThat(done.current().number()).hasValue(3);
        assertThat(done.current().source()).isEqualTo(Source.API);
        assertThat(elsewhere().content(key("a"))).contains("content a");
        assertThat(elsewhere().content(key("b"))).isEmpty();
    }

    @Test
    void theTimeIsThatOfTheStore() {
        var clock = commands().time();
        var before = Instant.ofEpochSecond(Long.parseLong(clock.getFirst()));

        var done = (Done) publish("a", NONE, Source.FILE);

        assertThat(done.current().at()).isBetween(before, before.plusSeconds(5));
    }

    @Test
    void theHistoryOfEachSurveyBeginsWithTheNewest() {
        publish("a", NONE, Source.FILE);
        publish("b", NONE, Source.API);
        publish("a", NONE, Source.API);
        var other = new SurveyKey(new SurveyId("csat"), "c");
        revisions().publish(other, NONE, Source.FILE, "content c");

        assertThat(historyOf(NPS)).containsExactly("a", "b", "a");
        assertThat(historyOf(other.id())).containsExactly("c");
        assertThat(historyOf(new SurveyId("nobodys"))).isEmpty();
    }

    @Test
    void aContentIsNeverChanged() {
        publish("a", NONE, Source.API);
        publish("b", NONE, Source.API);
        revisions().publish(key("a"), NONE, Source.API, "another");

        assertThat(revisions().content(key("a"))).contains("content a");
    }

    /** Two are published; then comes a third. */
    @ParameterizedTest
    @MethodSource
    void rules(List<Line> before, Line line, Optional<Reason> refused) {
        before.forEach(l -> publish(l.revision(), l.number(), l.source()));
        var current = currentRevision();

        var publishing = publish(line.revision(), line.number(), line.source());

        if (refused.isPresent()) {
            assertThat(publishing)
                    .isEqualTo(new Refused(refused.get(), revisions().current().get(NPS)));
            assertThat(currentRevision()).isEqualTo(current);
            assertThat(revisions().history(NPS)).hasSize(before.size());
        } else {
            assertThat(publishing).isInstanceOf(Done.class);
            assertThat(currentRevision()).isEqualTo(line.revision());
            assertThat(revisions().history(NPS)).hasSize(before.size() + 1);
        }
    }

    record Line(String revision, OptionalInt number, Source source) {}

    private static Line file(String revision) {
        return new Line(revision, NONE, Source.FILE);
    }

    private static Line file(String revision, int number) {
        return new Line(revision, OptionalInt.of(number), Source.FILE);
    }

    private static Line api(String revision) {
        return new Line(revision, NONE, Source.API);
    }

    private static Line api(String revision, int number) {
        return new Line(revision, OptionalInt.of(number), Source.API);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                done("a file replaces a file", file("a"), file("b"), file("c")),
                refused("a file of before", Reason.KNOWN, file("a"), file("b"), file("a")),
                refused(
                        "a file of before, although its number is higher",
                        Reason.KNOWN,
                        file("a", 5),
                        api("b"),
                        file("a", 5)),
                refused("a lower number", Reason.LOWER, file("a", 2), file("b", 3), file("c", 2)),
                done("the same number", file("a", 2), file("b", 3), file("c", 3)),
                done("a higher number", file("a", 2), file("b", 3), file("c", 4)),
                done("ten comes after nine", file("a", 8), file("b", 9), file("c", 10)),
                done("a file without a number", file("a", 2), file("b", 3), file("c")),
                refused("a file over the API", Reason.TAKEN_OVER, file("a"), api("b"), file("c")),
                refused(
                        "a file over the API with the same number",
                        Reason.TAKEN_OVER,
                        file("a"),
                        api("b", 2),
                        file("c", 2)),
                done("a file over the API, counted on", file("a"), api("b", 2), file("c", 3)),
                done("a file over the API, counted", file("a"), api("b"), file("c", 1)),
                done("the API over a file", file("a"), file("b"), api("c")),
                done("the API without a number", file("a", 2), file("b", 3), api("c")),
                refused(
                        "the API with a lower number",
                        Reason.LOWER,
                        file("a", 2),
                        file("b", 3),
                        api("c", 2)),
                done("the API goes back", file("a"), file("b"), api("a")),
                done("the API goes back to a lower number", api("a", 2), api("b", 3), api("a", 2)));
    }

    private static Arguments done(String rule, Line first, Line second, Line third) {
        return argumentSet(rule, List.of(first, second), third, Optional.empty());
    }

    private static Arguments refused(
            String rule, Reason reason, Line first, Line second, Line third) {
        return argumentSet(rule, List.of(first, second), third, Optional.of(reason));
    }

    @Test
    void whatIsCurrentAlreadyIsNotPublishedAgain() {
        var first = (Done) publish("a", NONE, Source.FILE);

        assertThat(publish("a", NONE, Source.API)).isEqualTo(new Unchanged(first.current()));
        assertThat(revisions().history(NPS)).hasSize(1);
    }

    /** The version before this one kept contents only. */
    @Test
    void aStoreWithoutAHistoryIsGoneOnWith() {
        commands().hset("e:{surveys}:revisions", "nps@a", "content a");
        commands().hset("e:{surveys}:revisions", "nps@b", "content b");

        assertThat(revisions().current()).isEmpty();
        assertThat(revisions().content(key("a"))).contains("content a");
        assertThat(publish("b", NONE, Source.FILE)).isInstanceOf(Done.class);
        assertThat(publish("a", NONE, Source.FILE)).isInstanceOf(Refused.class);
        assertThat(publish("a", NONE, Source.API)).isInstanceOf(Done.class);
        assertThat(historyOf(NPS)).containsExactly("a", "b");
    }

    @Test
    void manyInstancesWithTheSameFilePublishItOnce() throws Exception {
        var outcomes =
                atOnce(
                        Stream.generate(() -> (Callable<Publishing>) () -> from(elsewhere(), 1))
                                .limit(16)
                                .toList());

        assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Unchanged.class::isInstance).hasSize(15);
        assertThat(revisions().history(NPS)).hasSize(1);
    }

    @Test
    void twoPublishersAtOnceNeverGoBack() throws Exception {
        var tasks = new ArrayList<Callable<Publishing>>();
        IntStream.rangeClosed(1, 40)
                .forEach(n -> tasks.add(() -> from(n % 2 == 0 ? revisions() : elsewhere(), n)));
        Collections.shuffle(tasks, new java.util.Random(4));

        var outcomes = atOnce(tasks);

        var numbers =
                revisions().history(NPS).reversed().stream()
                        .map(p -> p.number().getAsInt())
                        .toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates().endsWith(40);
        assertThat(outcomes).filteredOn(Done.class::isInstance).hasSameSizeAs(numbers);
        assertThat(currentRevision()).isEqualTo("r40");
    }

    private static Publishing from(Revisions revisions, int number) {
        var revision = "r" + number;
        return revisions.publish(
                key(revision), OptionalInt.of(number), Source.FILE, "content " + revision);
    }

    private static List<Publishing> atOnce(List<Callable<Publishing>> tasks) throws Exception {
        var start = new CyclicBarrier(tasks.size());
        var outcomes = new ArrayList<Publishing>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting =
                    tasks.stream()
                            .map(task ->
                                    threads.submit(() -> {
                                        start.await(10, TimeUnit.SECONDS);
                                        return task.call();
                                    }))
                            .toList();
            for (var outcome : waiting) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }
}
