package io.entendu.app.line;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.Engine;
import io.entendu.core.conversation.machine.PooledLifecycle;
import io.entendu.core.outbox.Claim;
import io.entendu.core.policy.ContactPolicy;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.testing.InMemoryStore;
import io.entendu.flows.PhoneLocales;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.reading.RuleReplyReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
    final Line line;

    private final AtomicInteger ids = new AtomicInteger();

    House() {
        this(UnaryOperator.identity());
    }

    /** With the respondents wrapped, so that the store can fail. */
    House(UnaryOperator<Respondents> wrapping) {
        store = new InMemoryStore(InstantSource.fixed(Instant.parse("2026-05-04T09:30:00Z")));
        var respondents = wrapping.apply(store.respondents());
        line =
                new Line(
                        respondents,
                        new Engine(new PooledLifecycle(), LENIENT),
                        new Listening(
                                new RuleReplyReader(surveys, surveys),
                                surveys,
                                respondents,
                                store.invitations(),
                                new PhoneOrigins(new PhoneLocales()::of, Locale.FRENCH)),
                        new Planning(surveys, respondents),
                        claims::addAll);
    }

    void says(String text) {
        line.accept(message(text));
    }

    InboundMessage message(String text) {
        return new InboundMessage(
                ANN, "m" + ids.incrementAndGet(), new Content.Text(text), Optional.empty());
    }

    Conversation conversation() {
        return store.respondents().at(ANN).respondent().conversation().orElseThrow();
    }
}
