package io.entendu.app.scenario;

import io.entendu.app.line.Line;
import io.entendu.app.line.Listening;
import io.entendu.app.line.Origins;
import io.entendu.app.line.Planning;
import io.entendu.app.work.Labelling;
import io.entendu.core.analysis.VerbatimClassifier;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.channel.SendResult;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.respondent.Agenda;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.Versioned;
import io.entendu.core.survey.QuestionId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The line of one conversation with its workers, as in production but for the store, which keeps
 * one person, and the clock, which stands still until time is told to pass. For one thread.
 */
final class Backstage {

    private static final int ALL = 100;

    private final Stage stage;
    private final Setting setting;
    private final Post post = new Post();
    private final Guests guests = new Guests();
    private final Diary diary;
    private final WireStore store;
    private final Line line;
    private final Labelling labelling;
    private final List<Message> said = new ArrayList<>();
    private Instant now;
    private int told;

    Backstage(Stage stage, Setting setting, Set<QuestionId> labelled) {
        this.stage = stage;
        this.setting = setting;
        this.now = setting.at();
        this.diary = new Diary(this::now, labelled);
        this.store = new WireStore(this::now, post, diary);
        this.line =
                new Line(
                        store,
                        stage.engine(setting.policy()),
                        new Listening(stage.replies(), stage.surveys(), store, guests, origins()),
                        new Planning(stage.surveys(), store),
                        _ -> {});
        this.labelling = labelling(stage.classifier());
    }

    private Origins origins() {
        return new Origins() {
            @Override
            public Locale locale(Address address) {
                return setting.locale();
            }

            @Override
            public Optional<ZoneId> timeZone(Address address) {
                return Optional.empty();
            }
        };
    }

    private Labelling labelling(VerbatimClassifier classifier) {
        return new Labelling(diary, store, stage.surveys(), stage.surveys(), classifier, line);
    }

    Instant now() {
        return now;
    }

    State state() {
        var person = store.find(WireStore.SOMEBODY).map(Versioned::respondent);
        return StateView.of(
                person.flatMap(Respondent::conversation),
                store.texts(WireStore.SOMEBODY, number()),
                store.ledger(WireStore.SOMEBODY),
                person.filter(Respondent::isSuppressed).isPresent(),
                guests.latest());
    }

    /** Everything said so far, oldest first. */
    List<Message> said() {
        return List.copyOf(said);
    }

    /** A message comes; its id ends in its name, as where messages can be changed later. */
    List<Message> hear(Content content, int name) {
        line.accept(
                new InboundMessage(
                        address(),
                        "m" + name + "/" + name,
                        content,
                        Optional.of(setting.locale())));
        if (store.isWaiting()) {
            // The line keeps a mistake to itself where a provider waits; here it is to be heard of.
            line.finish(WireStore.SOMEBODY);
        }
        return settled();
    }

    /** The membrane is asked, and the first message owed. */
    List<Message> invite(Invitation invitation) {
        guests.keep(invitation);
        guests.decided(invitation.id(), line.invite(address(), invitation, true));
        return settled();
    }

    /** The person who follows its link is welcome, as the API has it. */
    void handOut(Invitation invitation) {
        guests.keep(invitation);
        guests.decided(invitation.id(), new Decision.Accepted());
    }

    List<Message> sendFailed(SendResult.Reason reason) {
        line.sendFailed(WireStore.SOMEBODY, number(), 0, setting.channel(), reason);
        return settled();
    }

    List<Message> withdraw() {
        line.withdraw(WireStore.SOMEBODY, setting.channel());
        return settled();
    }

    /** The answer to this that waits for a label. */
    Optional<Agenda.Taken> unlabelled(QuestionId question) {
        return diary.byHand(question);
    }

    List<Message> label(Agenda.Taken answer, VerbatimClassifier by) {
        labelling(by).label(answer);
        return settled();
    }

    /** Lets time pass: what becomes due happens in its order. Tells what is said meanwhile. */
    List<Message> pass(Duration time) {
        var until = now.plus(time);
        for (var due = due(until); due.isPresent(); due = due(until)) {
            now = due.get().isAfter(now) ? due.get() : now;
            settle();
        }
        now = until;
        return news();
    }

    private Optional<Instant> due(Instant until) {
        var message = post.next();
        return diary.next()
                .filter(next -> message.filter(m -> !next.isBefore(m)).isEmpty())
                .or(() -> message)
                .filter(at -> !at.isAfter(until));
    }

    private List<Message> settled() {
        settle();
        return news();
    }

    /** What the workers do with what is due now. */
    private void settle() {
        send();
        diary.takeJobs(ALL, Duration.ZERO).forEach(labelling::label);
        for (var due : diary.dueTimers(ALL, Duration.ZERO)) {
            line.wentQuiet(due);
            diary.wentOff(due);
        }
        send();
    }

    private void send() {
        post.take(now).forEach(entry -> said.add(word(entry)));
    }

    private Message word(OutboxEntry entry) {
        var worded =
                stage.surveys()
                        .word(
                                entry.prompt(),
                                entry.survey(),
                                entry.locale(),
                                entry.channel(),
                                entry.conversation(),
                                entry.variables());
        return new Message(worded.text(), worded.rows(), now);
    }

    private List<Message> news() {
        var news = List.copyOf(said.subList(told, said.size()));
        told = said.size();
        return news;
    }

    /** Nobody's. */
    private Address address() {
        return new Address(setting.channel(), "somewhere");
    }

    private int number() {
        return store.find(WireStore.SOMEBODY)
                .flatMap(read -> read.respondent().conversation())
                .map(Conversation::number)
                .orElse(0);
    }
}
