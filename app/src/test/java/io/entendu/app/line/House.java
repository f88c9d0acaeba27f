package io.entendu.app.line;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.Engine;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.machine.StatemachineLifecycle;
import io.entendu.core.outbox.Claim;
import io.entendu.core.policy.ContactPolicy;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.testing.InMemoryStore;
import io.entendu.flows.PhoneLocales;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.reading.RuleReplyReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * The line with its real engine, seeds and reading over a store in memory; what is to be sent is
 * kept.
 */
final class House {

    static final Address ANN = new Address(Channel.SMS, "+33612345678");

    private static final ContactPolicy LENIENT =
            new ContactPolicy(Optional.empty(), Set.of(), Duration.ZERO, 0, Duration.ofDays(180));

    final InMemoryStore store;
    final SurveyLibrary surveys = SurveyLibrary.ofSeeds();
    final List<Claim> claims = new ArrayList<>();
    final List<InboundMessage> refused = new ArrayList<>();
    final Line line;

    private final AtomicInteger ids = new AtomicInteger();
    private Instant now = Instant.parse("2026-05-04T09:30:00Z");

    House() {
        this(UnaryOperator.identity());
    }

    /** With the respondents wrapped, so that the store can fail. */
    House(UnaryOperator<Respondents> wrapping) {
        store = new InMemoryStore(() -> now);
        var respondents = wrapping.apply(store.respondents());
        line =
                new Line(
                        respondents,
                        new Engine(new StatemachineLifecycle(), LENIENT),
                        new Listening(
                                new RuleReplyReader(surveys, surveys),
                                surveys,
                                respondents,
                                store.invitations(),
                                new PhoneOrigins(new PhoneLocales()::of, () -> Locale.FRENCH)),
                        new Planning(surveys, respondents),
                        claims::addAll,
                        refused::add);
    }

    void says(String text) {
        line.accept(message(text));
    }

    /** Says something by a message of this name, which can be changed later. */
    void says(String name, String text) {
        line.accept(message(name, new Content.Text(text)));
    }

    void changes(String name, String text) {
        line.accept(message("edit", new Content.Edited(text, name)));
    }

    void waits(Duration time) {
        now = now.plus(time);
    }

    InboundMessage message(String text) {
        return message("message", new Content.Text(text));
    }

    private InboundMessage message(String name, Content content) {
        return new InboundMessage(
                ANN, "m" + ids.incrementAndGet() + "/" + name, content, Optional.empty());
    }

    /** What was said to them last. */
    List<Prompt> heardLast() {
        return store.respondents().log(store.pseudonyms().of(ANN), 1).getLast().said();
    }

    /** What this question is answered by, in their own words. */
    String words(QuestionId question) {
        var texts = store.respondents().texts(store.pseudonyms().of(ANN), 1);
        return conversation()
                .answer(question)
                .filter(Answer.Verbatim.class::isInstance)
                .map(a -> ((Answer.Verbatim) a).words(texts))
                .orElse("");
    }

    int rating(QuestionId question) {
        return ((Answer.Rating) conversation().answer(question).orElseThrow()).value();
    }

    Conversation conversation() {
        return store.respondents().at(ANN).respondent().conversation().orElseThrow();
    }
}
