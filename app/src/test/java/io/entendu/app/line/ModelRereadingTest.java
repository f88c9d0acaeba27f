package io.entendu.app.line;

import static io.entendu.app.line.House.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationEvent.Replied;
import io.entendu.core.conversation.Engine;
import io.entendu.core.conversation.Phase;
import io.entendu.core.conversation.machine.StatemachineLifecycle;
import io.entendu.core.policy.ContactPolicy;
import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.reading.ReplyReader;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.respondent.Respondents.Committed;
import io.entendu.core.respondent.StoreUnavailableException;
import io.entendu.core.survey.Brief;
import io.entendu.core.survey.Conduct;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Reach;
import io.entendu.core.survey.Route;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import io.entendu.core.survey.Surveys;
import io.entendu.core.testing.FakeLastResort;
import io.entendu.core.testing.InMemoryStore;
import io.entendu.core.text.Span;
import io.entendu.flows.PhoneLocales;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.reading.RuleReplyReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ModelRereadingTest {

    /** What the rules of this test make nothing of, whatever those of the house learn to read. */
    private static final String MUMBLE = "hmpf nuef";

    private static final Reading NINE = new Reading.Rated(9, Optional.empty());
    private static final Interpretation KEPT =
            new Interpretation(NINE, "model.kept", new Span(5, 9));

    private final InMemoryStore store =
            new InMemoryStore(InstantSource.fixed(Instant.parse("2026-05-04T09:30:00Z")));
    private final SurveyLibrary library = SurveyLibrary.ofSeeds();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger races = new AtomicInteger();
    private final AtomicInteger outages = new AtomicInteger();

    @Test
    void what_the_rules_cannot_read_a_model_may() {
        var model = FakeLastResort.saying(NINE, "nuef");
        var line = asking(model, true);

        says(line, MUMBLE);

        assertThat(ratings()).containsExactly(9);
        var doubt = model.asked().getFirst();
        assertThat(doubt.question()).isInstanceOf(Question.Scale.class);
        assertThat(doubt.asked()).contains("0").contains("10");
        assertThat(doubt.reply()).isEqualTo(MUMBLE);
        assertThat(doubt.locale().getLanguage()).isEqualTo("fr");
        var replied = (Replied) lastEvent();
        assertThat(replied.interpretation().rule()).isEqualTo("model.fake");
        assertThat(replied.interpretation().span().of(MUMBLE)).isEqualTo("nuef");
    }

    @Test
    void when_the_model_makes_nothing_of_it_the_question_is_asked_again() {
        var line = asking(FakeLastResort.silent(), true);

        says(line, MUMBLE);

        assertThat(ratings()).isEmpty();
        assertThat(conversation().phase()).isEqualTo(Phase.ASKING);
        assertThat(((Replied) lastEvent()).interpretation().reading())
                .isEqualTo(new Reading.Unclear());
    }

    @Test
    void a_lost_race_does_not_ask_again() {
        var model = FakeLastResort.saying(NINE, "nuef");
        var line = asking(model, true);

        races.set(3);
        says(line, MUMBLE);

        assertThat(ratings()).containsExactly(9);
        assertThat(model.asked()).hasSize(1);
    }

    @Test
    void neither_does_a_lost_race_after_the_model_made_nothing_of_it() {
        var model = FakeLastResort.silent();
        var line = asking(model, true);

        races.set(3);
        says(line, MUMBLE);

        assertThat(conversation().phase()).isEqualTo(Phase.ASKING);
        assertThat(model.asked()).hasSize(1);
    }

    @Test
    void another_instance_that_finishes_the_turn_takes_the_reading_that_was_kept() {
        var crashed = asking(FakeLastResort.saying(NINE, "nuef"), true);
        outages.set(1);
        says(crashed, MUMBLE);
        assertThat(ratings()).as("the commit found no store").isEmpty();
        var model = FakeLastResort.saying(new Reading.Rated(1, Optional.empty()), "nuef");

        line(model, true).finish(store.pseudonyms().of(ANN));

        assertThat(ratings()).containsExactly(9);
        assertThat(model.asked()).isEmpty();
    }

    @Test
    void who_read_the_inbox_before_a_reading_was_kept_looks_again_before_asking() {
        asking(FakeLastResort.silent(), true);
        store.respondents().receive(message(MUMBLE));
        var stale = store.respondents().at(ANN);
        var entry = stale.head().orElseThrow();
        store.respondents().keepReading(stale.respondent().id(), entry.sequence(), KEPT);
        var model = FakeLastResort.silent();

        var read = rereading(model).reread(stale, entry, answer(), unclear());

        assertThat(read).isEqualTo(KEPT);
        assertThat(model.asked()).isEmpty();
    }

    @Test
    void turns_that_start_while_the_model_thinks_share_its_answer() throws Exception {
        asking(FakeLastResort.silent(), true);
        var entry = waiting();
        var read = store.respondents().at(ANN);
        var thinking = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var model =
                new FakeLastResort(doubt -> {
                    thinking.countDown();
                    awaited(goOn);
                    return FakeLastResort.saying(NINE, "nuef").read(doubt);
                });
        var rereading = rereading(model);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> rereading.reread(read, entry, answer(), unclear()));
            awaited(thinking);
            var second = threads.submit(() -> rereading.reread(read, entry, answer(), unclear()));
            goOn.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS).reading()).isEqualTo(NINE);
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(first.get());
        }
        assertThat(model.asked()).hasSize(1);
    }

    @Test
    void the_store_is_free_while_the_model_thinks_and_a_stop_behind_it_is_heard() {
        var stopping = new AtomicInteger();
        var model =
                new FakeLastResort(doubt -> {
                    if (stopping.getAndIncrement() == 0) {
                        store.respondents().receive(message("STOP"));
                    }
                    return FakeLastResort.saying(NINE, "nuef").read(doubt);
                });
        var line = asking(model, true);

        says(line, MUMBLE);

        assertThat(store.respondents().at(ANN).respondent().isSuppressed()).isTrue();
        assertThat(conversation().phase()).isEqualTo(Phase.OPTED_OUT);
        assertThat(store.respondents().at(ANN).inbox()).isEmpty();
    }

    @Test
    void a_store_that_fails_to_keep_leaves_the_message_to_be_finished() {
        var model = FakeLastResort.saying(NINE, "nuef");
        asking(model, true);
        var entry = waiting();
        var read = store.respondents().at(ANN);
        var failing =
                new ModelRereading(model, library, failing("keepReading", new AtomicInteger(1)));

        assertThatThrownBy(() -> failing.reread(read, entry, answer(), unclear()))
                .isInstanceOf(StoreUnavailableException.class);

        assertThat(failing.reread(read, entry, answer(), unclear()).reading()).isEqualTo(NINE);
    }

    @Test
    void before_consent_no_model_is_asked() {
        var model = FakeLastResort.saying(NINE, "nuef");
        var line = line(model, true);

        says(line, MUMBLE);
        says(line, "nps-after-call");
        says(line, MUMBLE);

        assertThat(conversation().phase()).isEqualTo(Phase.CONSENTING);
        assertThat(model.asked()).isEmpty();
    }

    @Test
    void nor_about_an_opt_out_or_anything_else_the_rules_read() {
        var model = FakeLastResort.saying(NINE, "nuef");
        var line = asking(model, true);

        says(line, "8");
        says(line, MUMBLE);
        says(line, "STOP");
        says(line, MUMBLE);

        assertThat(model.asked()).as("not of the open-ended question either").isEmpty();
        assertThat(store.respondents().at(ANN).respondent().isSuppressed()).isTrue();
    }

    @Test
    void nor_where_the_survey_does_not_allow_it() {
        var model = FakeLastResort.saying(NINE, "nuef");
        var line = asking(model, false);

        says(line, MUMBLE);

        assertThat(model.asked()).isEmpty();
        assertThat(ratings()).isEmpty();
    }

    @Test
    void nor_about_a_button_or_a_picture() {
        var model = FakeLastResort.saying(NINE, "nuef");
        asking(model, true);
        var read = store.respondents().at(ANN);

        for (var content : List.of(new Content.Tap("x", MUMBLE, "1"), new Content.Media("voice"))) {
            var entry =
                    new InboxEntry(
                            1,
                            new InboundMessage(ANN, "x", content, Optional.empty()),
                            Instant.EPOCH);
            assertThat(rereading(model).reread(read, entry, answer(), unclear()))
                    .isEqualTo(unclear());
        }
        assertThat(model.asked()).isEmpty();
    }

    @Test
    void a_model_that_breaks_its_contract_grants_nothing_and_stops_nothing() {
        for (var said :
                List.of(
                        new Reading.OptOut(),
                        new Reading.Agreed(),
                        new Reading.Rated(11, Optional.empty()))) {
            var model =
                    new FakeLastResort(
                            _ -> Optional.of(new Interpretation(said, "model.x", new Span(0, 4))));
            asking(model, true);

            says(line(model, true), MUMBLE);

            assertThat(((Replied) lastEvent()).interpretation().reading())
                    .isEqualTo(new Reading.Unclear());
            assertThat(ratings()).isEmpty();
        }
        assertThat(store.respondents().ledger(store.pseudonyms().of(ANN)))
                .extracting(ConsentEntry::kind)
                .containsOnly(ConsentEntry.Kind.GRANTED);
    }

    /** A line whose person has consented and is asked for a score. */
    private Line asking(FakeLastResort model, boolean allowed) {
        var line = line(model, allowed);
        if (store.respondents().find(store.pseudonyms().of(ANN)).isEmpty()) {
            says(line, "nps-after-call");
            says(line, "oui");
        }
        assertThat(conversation().phase()).isEqualTo(Phase.ASKING);
        return line;
    }

    private Line line(FakeLastResort model, boolean allowed) {
        var surveys = new Allowing(library, allowed);
        var respondents = failing("commit", outages);
        return new Line(
                respondents,
                new Engine(
                        new StatemachineLifecycle(),
                        new ContactPolicy(
                                Optional.empty(),
                                Set.of(),
                                Duration.ZERO,
                                0,
                                Duration.ofDays(180))),
                new Listening(
                        deafTo(MUMBLE, new RuleReplyReader(surveys, library)),
                        surveys,
                        respondents,
                        store.invitations(),
                        new PhoneOrigins(new PhoneLocales()::of, () -> Locale.FRENCH),
                        new ModelRereading(model, library, respondents)),
                new Planning(library, respondents),
                _ -> {});
    }

    private static ReplyReader deafTo(String text, ReplyReader rules) {
        return (expected, content) ->
                content.equals(new Content.Text(text)) && !isOpenEnded(expected)
                        ? unclear()
                        : rules.read(expected, content);
    }

    private static boolean isOpenEnded(Expectation expected) {
        return expected instanceof Expectation.Answer answer
                && answer.question() instanceof Question.OpenEnded;
    }

    private ModelRereading rereading(FakeLastResort model) {
        return new ModelRereading(model, library, store.respondents());
    }

    /** The store's, but this method fails as often as {@code times} says, and races are lost. */
    private Respondents failing(String method, AtomicInteger times) {
        var real = store.respondents();
        return (Respondents)
                Proxy.newProxyInstance(
                        Respondents.class.getClassLoader(),
                        new Class<?>[] {Respondents.class},
                        (_, called, arguments) -> {
                            if (called.getName().equals(method) && isLeft(times)) {
                                throw new StoreUnavailableException(
                                        "away", new IllegalStateException());
                            }
                            if (called.getName().equals("commit") && isLeft(races)) {
                                return new Committed.Superseded();
                            }
                            try {
                                return called.invoke(real, arguments);
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            }
                        });
    }

    private static boolean isLeft(AtomicInteger times) {
        return times.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    private static Interpretation unclear() {
        return new Interpretation(new Reading.Unclear(), "unclear", new Span(0, 0));
    }

    private InboxEntry waiting() {
        store.respondents().receive(message(MUMBLE));
        return store.respondents().at(ANN).head().orElseThrow();
    }

    private Expectation answer() {
        var survey = new Allowing(library, true).current(new SurveyId("nps-after-call"));
        return new Expectation.Answer(
                survey.orElseThrow(),
                1,
                survey.orElseThrow().questions().getFirst(),
                Locale.FRENCH);
    }

    private void says(Line line, String text) {
        line.accept(message(text));
    }

    private InboundMessage message(String text) {
        return new InboundMessage(
                ANN, "m" + ids.incrementAndGet(), new Content.Text(text), Optional.empty());
    }

    private Conversation conversation() {
        return store.respondents().at(ANN).respondent().conversation().orElseThrow();
    }

    private List<Integer> ratings() {
        return conversation().answers().stream()
                .filter(Answer.Rating.class::isInstance)
                .map(a -> ((Answer.Rating) a).value())
                .toList();
    }

    private Object lastEvent() {
        return store.respondents().log(store.pseudonyms().of(ANN), 1).getLast().event();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The surveys with their last resort switched. */
    private record Allowing(Surveys real, boolean allowed) implements Surveys {

        @Override
        public Optional<Survey> current(SurveyId id) {
            return real.current(id).map(this::switched);
        }

        @Override
        public Optional<Survey> revision(SurveyKey key) {
            return real.revision(key).map(this::switched);
        }

        @Override
        public List<Survey> all() {
            return real.all().stream().map(this::switched).toList();
        }

        private Survey switched(Survey survey) {
            return new Survey(
                    survey.key(),
                    survey.open(),
                    survey.metric(),
                    survey.headline(),
                    survey.questions(),
                    survey.locales(),
                    survey.touchpoint(),
                    new Conduct(
                            survey.patience(),
                            survey.conduct().collect(),
                            allowed,
                            Optional.empty(),
                            Optional.empty()),
                    survey.taxonomy(),
                    Route.STRAIGHT,
                    Reach.PLAIN,
                    Brief.UNSAID);
        }
    }
}
