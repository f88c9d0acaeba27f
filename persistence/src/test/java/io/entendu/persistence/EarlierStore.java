package io.entendu.persistence;

import static io.entendu.core.testing.Scene.START;
import static io.entendu.core.testing.Scene.SURVEY;
import static io.entendu.core.testing.Scene.message;
import static io.entendu.core.testing.Scene.person;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.entendu.core.analysis.Analysis;
import io.entendu.core.analysis.Flag;
import io.entendu.core.analysis.Polarity;
import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.ThemeId;
import io.entendu.core.analysis.ThemeMention;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.ChatTranscripts.Bubble;
import io.entendu.core.channel.DeliveryReport;
import io.entendu.core.channel.QuickReply;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.Phase;
import io.entendu.core.conversation.TextId;
import io.entendu.core.invitation.Decision;
import io.entendu.core.outbox.Claim;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.respondent.Respondents.Committed;
import io.entendu.core.respondent.Respondents.Received;
import io.entendu.core.respondent.Versioned;
import io.entendu.core.testing.Scene;
import io.entendu.core.testing.Turn;
import io.entendu.core.text.Span;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** People in every situation in which a new version may find them. */
final class EarlierStore {

    static final Address INVITED = person(1);
    static final Address CONSENTING = person(2);
    static final Address ASKING = person(3);
    static final Address FINISHED = person(4);
    static final Address STOPPED = person(5);
    static final Address OWED = person(6);
    static final Address STRANGER = person(7);
    static final Address VISITOR = new Address(Channel.WEB, "visitor-1");

    static final String REPLY = "9 because \u00e9verything worked";
    static final String WORDS = "they called back\nwithin the hour \u2013 \uD83D\uDE42";
    static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
    static final Analysis ANALYSIS =
            new Analysis(
                    Sentiment.POSITIVE,
                    List.of(
                            new ThemeMention(
                                    new ThemeId("wait_time"), Polarity.POSITIVE, new Span(5, 16))),
                    Set.of(Flag.CALL_BACK),
                    0.75,
                    "rules",
                    "r1/t2",
                    false);

    private final RedisStore store;

    EarlierStore(RedisStore store) {
        this.store = store;
    }

    /** Never to be changed: files of earlier versions were written with them. */
    static Secrets secrets() {
        return Secrets.of(thirtyTwo('p'), thirtyTwo('k'));
    }

    private static String thirtyTwo(char letter) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(UTF_8));
    }

    void fill() {
        invited();
        consenting();
        asking();
        finished();
        stopped();
        owed();
        receive(STRANGER, "m1", "hello?");
        aroundThem();
    }

    private void invited() {
        commit(
                Turn.of(at(INVITED))
                        .to(phase(Phase.INVITED, 1))
                        .saying(MessageClass.CONSENT_REQUEST, FAR)
                        .expiring(FAR)
                        .commit());
    }

    private void consenting() {
        commit(
                Turn.of(receive(CONSENTING, "m1", "nps"))
                        .answering()
                        .to(Scene.consenting(1, 1))
                        .expiring(START)
                        .commit());
        var waiting = receive(CONSENTING, "m2", "yes\nof course");
        store.respondents()
                .keepReading(
                        store.pseudonyms().of(CONSENTING),
                        waiting.head().orElseThrow().sequence(),
                        new Interpretation(new Reading.Agreed(), "model.test", new Span(0, 3)));
    }

    private void asking() {
        commit(
                Turn.of(receive(ASKING, "m1", "yes"))
                        .answering()
                        .to(Scene.asking(1, 2))
                        .recording(ConsentEntry.Kind.GRANTED)
                        .expiring(FAR)
                        .commit());
        var claim =
                commit(
                                Turn.of(receive(ASKING, "m2", REPLY))
                                        .answering()
                                        .to(Scene.asking(1, 3))
                                        .keeping(REPLY)
                                        .saying(MessageClass.QUESTION)
                                        .commit())
                        .claims()
                        .getFirst();
        settled(claim, "SM-asking");
    }

    private void finished() {
        var job = new Commit.Job(new ConversationId(id(FINISHED), 1), Scene.REASON, 1);
        commit(
                Turn.of(receive(FINISHED, "m1", "yes"))
                        .answering()
                        .to(Scene.asking(1, 2))
                        .recording(ConsentEntry.Kind.GRANTED)
                        .commit());
        var thanks =
                commit(
                                Turn.of(receive(FINISHED, "m2", WORDS))
                                        .answering()
                                        .to(
                                                Scene.ended(
                                                        1,
                                                        Phase.COMPLETED,
                                                        3,
                                                        Scene.rating(9, START),
                                                        verbatim(Optional.empty())))
                                        .keeping(WORDS)
                                        .counting(9, 1)
                                        .having(job)
                                        .saying(MessageClass.NOTICE)
                                        .commit())
                        .claims()
                        .getFirst();
        settled(thanks, "SM-thanks");
        store.outbox()
                .note(
                        id(FINISHED),
                        new DeliveryReport(
                                FINISHED,
                                "SM-thanks",
                                "delivered",
                                3,
                                Optional.empty(),
                                Optional.empty()));
        commit(
                Turn.of(at(FINISHED))
                        .to(
                                Scene.ended(
                                        1,
                                        Phase.COMPLETED,
                                        4,
                                        Scene.rating(9, START),
                                        verbatim(Optional.of(ANALYSIS))))
                        .done(job)
                        .commit());
    }

    static Answer.Verbatim verbatim(Optional<Analysis> analysis) {
        return new Answer.Verbatim(
                Scene.REASON, new TextId(1, 3), Span.whole(WORDS), 1, analysis, START);
    }

    private void stopped() {
        commit(
                Turn.of(receive(STOPPED, "m1", "stop"))
                        .answering()
                        .to(Scene.ended(1, Phase.OPTED_OUT, 2))
                        .suppressed()
                        .recording(ConsentEntry.Kind.WITHDRAWN)
                        .commit());
    }

    /** One message in flight, one behind it, and a verbatim nobody has analysed yet. */
    private void owed() {
        commit(
                Turn.of(at(OWED))
                        .to(Scene.asking(1, 2))
                        .recording(ConsentEntry.Kind.GRANTED)
                        .having(new Commit.Job(new ConversationId(id(OWED), 1), Scene.REASON, 1))
                        .saying(MessageClass.QUESTION)
                        .saying(MessageClass.NOTICE)
                        .commit());
    }

    private void aroundThem() {
        var invitation = Scene.invitation("I");
        store.invitations().reserve("key-1", "body-1", invitation.id());
        store.invitations().keep(invitation);
        store.invitations().decided(invitation.id(), new Decision.Accepted());
        store.invitations().take(invitation.id(), id(INVITED), 0);
        store.chatTranscripts()
                .add(
                        VISITOR,
                        new Bubble(
                                "b1",
                                true,
                                "May we ask?",
                                List.of(List.of(new QuickReply("Yes", "1|yes"))),
                                START));
        store.revisions()
                .publish(SURVEY, OptionalInt.of(3), Published.Source.FILE, "id: nps-after-call");
        store.watermarks("account").look(List.of("+15550000000"));
    }

    private void settled(Claim claim, String provider) {
        var sent = new Settlement.Sent(provider, true);
        store.outbox().settle(claim, sent);
        store.health(); // on one connection, answered after what came before
    }

    static Conversation phase(Phase phase, int turn) {
        return Scene.conversation(SURVEY, 1, phase, turn, List.of(), START);
    }

    private Versioned receive(Address from, String id, String words) {
        return ((Received.Taken) store.respondents().receive(message(from, id, words)))
                .respondent();
    }

    private Committed.Done commit(Commit commit) {
        return (Committed.Done) store.respondents().commit(commit);
    }

    private Versioned at(Address address) {
        return store.respondents().at(address);
    }

    private RespondentId id(Address address) {
        return store.pseudonyms().of(address);
    }
}
