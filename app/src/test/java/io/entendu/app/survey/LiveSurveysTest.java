package io.entendu.app.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.respondent.StoreUnavailableException;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import io.entendu.flows.SurveyDrafts;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.reading.AnswerGrammar;
import io.entendu.persistence.EmbeddedRedis;
import io.entendu.persistence.Published;
import io.entendu.persistence.Publishing;
import io.entendu.persistence.RedisStore;
import io.entendu.persistence.Secrets;
import io.entendu.persistence.Signals;
import io.entendu.persistence.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances over one store, each with its own connections. */
class LiveSurveysTest {

    private static final SurveyId NPS = new SurveyId("nps-after-call");
    private static final Duration NEVER = Duration.ofHours(1);

    @TempDir private static Path data;

    @TempDir private Path directory;

    private EmbeddedRedis redis;
    private RedisStore here;
    private RedisStore there;

    @BeforeEach
    void start() {
        redis = EmbeddedRedis.start(directory);
        here = opened();
        there = opened();
    }

    private RedisStore opened() {
        return RedisStore.open(
                StoreSettings.of(StoreSettings.Topology.EMBEDDED, List.of(redis.uri())),
                Secrets.inDirectory(data));
    }

    @AfterEach
    void stop() {
        here.close();
        there.close();
        redis.close();
    }

    @Test
    void whatOnePublishesTheOtherTakesOver() {
        var mine = started(here, draft("Acme"));
        var theirs = started(there, draft("Acme"));

        var published = publish(mine, draft("Contoso"));

        assertThat(mine.current(NPS)).contains(published);
        assertThat(theirs.current(NPS)).isNotEqualTo(mine.current(NPS));
        theirs.refresh();
        assertThat(theirs.current(NPS)).contains(published);
        assertThat(theirs.all()).containsExactly(published);
    }

    @Test
    void aSignalBringsItAtOnce() {
        var mine = started(here, draft("Acme"));
        var theirs = started(there, draft("Acme"));
        var watch = new SurveyWatch(theirs, there.signals(), NEVER);
        watch.start();

        var published = publish(mine, draft("Contoso"));

        Awaitility.await().until(() -> theirs.current(NPS).equals(Optional.of(published)));
        watch.stop();
        assertThat(watch.isRunning()).isFalse();
    }

    @Test
    void aLostSignalIsMadeGoodByLooking() {
        var mine = started(here, draft("Acme"));
        var theirs = started(there, draft("Acme"));
        var watch = new SurveyWatch(theirs, new Deaf(), Duration.ofMillis(20));
        watch.start();

        var published = publish(mine, draft("Contoso"));

        Awaitility.await().until(() -> theirs.current(NPS).equals(Optional.of(published)));
        watch.stop();
    }

    /** Nobody has told the other instance yet, and a conversation is on it already. */
    @Test
    void aRevisionThatAnotherHasJustPublishedIsThereWhenItIsMet() {
        var mine = started(here, draft("Acme"));
        var theirs = started(there, draft("Acme"));
        var published = publish(mine, draft("Contoso"));

        assertThat(invitation(theirs, published.key())).contains("Contoso");
        assertThat(theirs.revision(published.key())).contains(published);
        assertThat(theirs.of(published.key(), published.headline(), Locale.FRENCH))
                .isNotSameAs(AnswerGrammar.PLAIN);
    }

    @Test
    void manyWhoMeetItAtOnceAllKnowIt() throws Exception {
        var mine = started(here, draft("Acme"));
        var theirs = started(there, draft("Acme"));
        var published = publish(mine, draft("Contoso"));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking =
                    Stream.generate(() ->
                                    (Callable<Optional<Survey>>)
                                            () -> theirs.revision(published.key()))
                            .limit(50)
                            .toList();
            for (var answer : threads.invokeAll(asking)) {
                assertThat(answer.get()).contains(published);
            }
        }
    }

    /** So a turn costs the store nothing: it can even be away. */
    @Test
    void whatIsKnownAndWhatIsUnknownForRealIsAskedForOnce() {
        var surveys = started(here, draft("Acme"));
        var known = surveys.current(NPS).orElseThrow();
        var nobodys = new SurveyKey(NPS, "ffffffffffffffff");
        var another = new SurveyKey(NPS, "eeeeeeeeeeeeeeee");
        assertThat(surveys.revision(nobodys)).isEmpty();

        redis.close();

        assertThat(surveys.revision(known.key())).contains(known);
        assertThat(invitation(surveys, known.key())).contains("Acme");
        assertThat(surveys.current(new SurveyId("oui"))).isEmpty();
        assertThat(surveys.revision(nobodys)).isEmpty();
        assertThatThrownBy(() -> surveys.revision(another))
                .isInstanceOf(StoreUnavailableException.class);
        redis = EmbeddedRedis.start(directory);
    }

    @Test
    void aRevisionOfBeforeTheStartIsGoneOnWith() {
        var before = started(here, draft("Acme")).current(NPS).orElseThrow();

        var after = started(there, draft("Contoso"));

        assertThat(after.current(NPS)).isNotEqualTo(Optional.of(before));
        assertThat(invitation(after, before.key())).contains("Acme");
    }

    @Test
    void anOlderFileIsNotPublishedOverANewerOne() {
        started(here, draft("Acme"));
        var newer = started(here, draft("Contoso")).current(NPS).orElseThrow();

        var older = started(there, draft("Acme"));

        assertThat(older.current(NPS)).contains(newer);
        assertThat(there.revisions().history(NPS)).hasSize(2);
    }

    @Test
    void aFileGivesWayToWhatWasPublishedByTheApi() {
        var mine = started(here, draft("Acme"));
        var published = publish(mine, draft("Contoso"));

        var restarted = started(there, draft("Fabrikam"));

        assertThat(restarted.current(NPS)).contains(published);
        assertThat(invitation(restarted, published.key())).contains("Contoso");
    }

    @Test
    void aRevisionOfALaterProgramLeavesTheOneBefore() {
        var surveys = started(here, draft("Acme"));
        var before = surveys.current(NPS).orElseThrow();
        var later = new SurveyKey(NPS, "dddddddddddddddd");
        var publishing =
                here.revisions()
                        .publish(
                                later,
                                OptionalInt.empty(),
                                Published.Source.API,
                                "{\"id\":\"nps-after-call\",\"telepathy\":true}");
        assertThat(publishing).isInstanceOf(Publishing.Done.class);

        surveys.refresh();

        assertThat(surveys.current(NPS)).contains(before);
        assertThat(surveys.revision(later)).isEmpty();
        assertThat(started(there, draft("Acme")).current(NPS)).contains(before);
    }

    private static LiveSurveys started(RedisStore store, SurveyLibrary files) {
        return FilesAtStart.publish(files, store.revisions(), store.signals());
    }

    private Survey publish(LiveSurveys surveys, SurveyLibrary draft) {
        var survey = draft.current(NPS).orElseThrow();
        var publishing =
                new Publisher(surveys, here.revisions(), here.signals()).publish(draft, survey);
        assertThat(publishing).isInstanceOf(Publishing.Done.class);
        return survey;
    }

    private static String invitation(LiveSurveys surveys, SurveyKey key) {
        return surveys.word(
                        new Prompt.RequestConsent(Prompt.Occasion.FIRST),
                        Optional.of(key),
                        Locale.FRENCH,
                        Channel.SMS,
                        1,
                        Map.of())
                .text();
    }

    private static SurveyLibrary draft(String sender) {
        try (var in = SurveyLibrary.class.getResourceAsStream("/surveys/" + NPS + ".yaml")) {
            var seed = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SurveyDrafts.ofSeeds()
                    .read("draft", seed.replace("sender: Acme", "sender: " + sender));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Nothing that is told arrives. */
    private static final class Deaf implements Signals {

        @Override
        public void publish(String topic) {}

        @Override
        public Subscription subscribe(String topic, Runnable listener) {
            return () -> {};
        }
    }
}
