package io.entendu.app.work;

import io.entendu.app.line.Line;
import io.entendu.app.line.Listening;
import io.entendu.app.line.PhoneOrigins;
import io.entendu.app.line.Planning;
import io.entendu.channels.twilio.TwilioHistory.Listing;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.channel.MessageSender;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.channel.SendResult;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.Engine;
import io.entendu.core.conversation.machine.StatemachineLifecycle;
import io.entendu.core.policy.ContactPolicy;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.testing.InMemoryStore;
import io.entendu.core.testing.InMemoryWatermarks;
import io.entendu.flows.PhoneLocales;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.reading.RuleReplyReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/**
 * The product over a store in memory, with a list of messages as Twilio keeps it and a phone
 * network that can be down. Several instances share store, list and time.
 */
final class Outage {

    static final Address ANN = new Address(Channel.SMS, "+33612345678");
    static final Address BOB = new Address(Channel.SMS, "+33612345679");
    static final String SMS = "+33757000001";
    static final Duration EVERY = Duration.ofMinutes(2);

    /** Of a dispatcher that sends nothing. */
    private static final int ROOM = 256;

    private static final ContactPolicy LENIENT =
            new ContactPolicy(Optional.empty(), Set.of(), Duration.ZERO, 0, Duration.ofDays(180));

    final InMemoryStore store = new InMemoryStore(this::now);
    final List<Listed> list = new ArrayList<>();
    final List<Asked> asked = new ArrayList<>();
    final List<OutboundMessage> sent = new CopyOnWriteArrayList<>();
    final InMemoryWatermarks watermarks = new InMemoryWatermarks(this::now);
    Optional<String> unlisted = Optional.empty();
    Runnable whileListing = () -> {};
    boolean networkDown;

    final SurveyLibrary surveys = SurveyLibrary.ofSeeds();
    private Instant now = Instant.parse("2026-05-04T09:30:00Z");
    private int ids;

    /** A message in Twilio's list. */
    record Listed(Instant at, InboundMessage message) {}

    /** One question to the list, for the one number. */
    record Asked(Instant since, Instant until) {}

    Instant now() {
        return now;
    }

    void waits(Duration time) {
        now = now.plus(time);
    }

    InboundMessage message(Address from, String text) {
        return new InboundMessage(from, "SM" + ++ids, new Content.Text(text), Optional.empty());
    }

    /** Somebody writes, and no webhook tells it. */
    InboundMessage missed(Address from, String text) {
        var message = message(from, text);
        list.add(new Listed(now, message));
        return message;
    }

    Conversation conversation(Address person) {
        return store.respondents().at(person).respondent().conversation().orElseThrow();
    }

    private Line line(Respondents respondents, Dispatcher dispatcher) {
        return new Line(
                respondents,
                new Engine(new StatemachineLifecycle(), LENIENT),
                new Listening(
                        new RuleReplyReader(surveys, surveys),
                        surveys,
                        respondents,
                        store.invitations(),
                        new PhoneOrigins(new PhoneLocales()::of, () -> Locale.FRENCH)),
                new Planning(surveys, respondents),
                dispatcher::send);
    }

    /** A process that has just been started: it knows nothing. */
    Instance instance() {
        return new Instance(watermarks.elsewhere());
    }

    final class Instance {

        final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        final SendingGate gate =
                SendingGate.shut(
                        Set.of(Channel.SMS, Channel.WHATSAPP),
                        Duration.ofMinutes(2),
                        Outage.this::now,
                        TwilioCatchUp.givenUp(meters));
        final Dispatcher dispatcher =
                new Dispatcher(
                        store.outbox(),
                        new Letters(surveys, _ -> Optional.empty()),
                        List.of(new Phone()),
                        new Obstacles(
                                gate,
                                (_, _) -> Optional.empty(),
                                new Doubts(
                                        List.of(), store.outbox(), new Doubts.Policy(true, false))),
                        new Pacing(store.senderRates(), Map.of(), Outage.this::now),
                        (_, _) -> {},
                        Outage.this::now,
                        meters);
        final Line line = line(store.respondents(), dispatcher);
        final TwilioCatchUp catchUp;

        private Instance(InMemoryWatermarks watermarks) {
            catchUp =
                    new TwilioCatchUp(
                            new MissedMessages(
                                    new TheList(), watermarks, store.respondents(), line, meters),
                            gate,
                            Optional.of(EVERY),
                            Outage.this::now,
                            meters);
        }

        double counted(String name, String tag, String value) {
            return meters.counter(name, tag, value).count();
        }

        /** A webhook brings it. */
        void says(Address from, String text) {
            line.accept(message(from, text));
            isIdle();
        }

        /** Sends all that is due by now. */
        void sends() {
            for (var due = store.outbox().claimDue(10);
                    !due.isEmpty();
                    due = store.outbox().claimDue(10)) {
                dispatcher.send(due);
                isIdle();
            }
        }

        Duration round() {
            var next = catchUp.round();
            isIdle();
            return next;
        }

        /** What was sent is written down: later it would count as taken late. */
        void isIdle() {
            Awaitility.await().until(() -> dispatcher.room() == ROOM);
        }
    }

    private final class TheList implements MissedMessages.Source {

        @Override
        public List<String> senders() {
            return List.of(SMS);
        }

        @Override
        public Listing between(Map<String, Instant> since, Instant until) {
            var from = since.get(SMS);
            asked.add(new Asked(from, until));
            whileListing.run();
            return unlisted.<Listing>map(Listing.Unlisted::new)
                    .orElseGet(() ->
                            new Listing.Listed(
                                    list.stream()
                                            .filter(m ->
                                                    !m.at().isBefore(from)
                                                            && !m.at().isAfter(until))
                                            .sorted(Comparator.comparing(Listed::at))
                                            .map(Listed::message)
                                            .toList()));
        }
    }

    private final class Phone implements MessageSender {

        @Override
        public Set<Channel> channels() {
            return Set.of(Channel.SMS);
        }

        @Override
        public SendResult send(OutboundMessage message) {
            if (networkDown) {
                return new SendResult.Rejected(
                        SendResult.Reason.UNAVAILABLE, "503", Optional.empty());
            }
            sent.add(message);
            return new SendResult.Accepted("OUT" + sent.size());
        }
    }
}
