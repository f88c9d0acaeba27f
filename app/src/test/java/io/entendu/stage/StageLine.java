package io.entendu.stage;

import io.entendu.app.chat.ChatInbox;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.ChatTranscripts;
import io.entendu.core.channel.ChatTranscripts.Bubble;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.channel.QuickReply;
import io.entendu.core.respondent.StoreUnavailableException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Plays the survey from memory: consent, score, reason, thanks. Understands digits and buttons. */
@Component
public class StageLine implements ChatInbox {

    private enum Step {
        CONSENT,
        SCORE,
        REASON,
        OVER
    }

    private final ChatTranscripts transcripts;
    private final StageAnswers answers;
    private final Clock clock;
    private final Set<String> seen = new HashSet<>();
    private final Map<Address, Step> steps = new HashMap<>();
    private final Map<Address, Integer> ratings = new HashMap<>();
    private final List<InboundMessage> taken = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private int said;

    StageLine(ChatTranscripts transcripts, StageAnswers answers, Clock clock) {
        this.transcripts = transcripts;
        this.answers = answers;
        this.clock = clock;
    }

    /** Lets the store be away, or be back. */
    public void setAway(boolean away) {
        this.away = away;
    }

    /** What was taken in, each message once. */
    public List<InboundMessage> taken() {
        return List.copyOf(taken);
    }

    @Override
    public synchronized boolean isOver(Address visitor) {
        return steps.get(visitor) == Step.OVER;
    }

    @Override
    public synchronized void accept(InboundMessage message) {
        if (away) {
            throw new StoreUnavailableException("away", new IllegalStateException());
        }
        if (!seen.add(message.from().value() + message.id())) {
            return;
        }
        taken.add(message);
        var french = message.locale().orElse(Locale.FRENCH).getLanguage().equals("fr");
        switch (message.content()) {
            case Content.Start _ -> begin(message.from(), french);
            case Content.Text(var text) -> reply(message.from(), text.strip(), french);
            case Content.Tap(var payload, var _, var _) -> reply(message.from(), payload, french);
            case Content.Edited _ ->
                    throw new IllegalArgumentException("the web edits no messages");
            case Content.Media _ -> throw new IllegalArgumentException("the web sends no media");
        }
    }

    private void begin(Address visitor, boolean french) {
        steps.put(visitor, Step.CONSENT);
        say(
                visitor,
                french
                        ? "Bonjour, ici le robot d’Acme. Votre appel de mardi : 2 questions, 1 minute ?"
                                + " Répondez 1 pour oui, 2 pour non. STOP pour ne plus rien recevoir."
                        : "Hello, this is Acme’s automated assistant. About your call on Tuesday: 2"
                                + " questions, 1 minute. Reply 1 for yes, 2 for no, STOP to hear no"
                                + " more from us.",
                List.of(
                        List.of(
                                new QuickReply(french ? "Oui" : "Yes", "1"),
                                new QuickReply(french ? "Non merci" : "No thanks", "2"))));
    }

    private void reply(Address visitor, String text, boolean french) {
        switch (steps.getOrDefault(visitor, Step.OVER)) {
            case CONSENT -> consent(visitor, text.equals("1"), french);
            case SCORE -> score(visitor, text, french);
            case REASON -> reason(visitor, text, french);
            case OVER ->
                    say(
                            visitor,
                            french ? "Aucune question n’est ouverte." : "No question is open.");
        }
    }

    private void consent(Address visitor, boolean agreed, boolean french) {
        if (agreed) {
            steps.put(visitor, Step.SCORE);
            ask(visitor, french ? "Merci. De 0" : "Thank you. From 0", french);
        } else {
            steps.put(visitor, Step.OVER);
            say(
                    visitor,
                    french
                            ? "Pas de souci, nous en restons là."
                            : "No problem, we leave it at that.");
        }
    }

    private void score(Address visitor, String text, boolean french) {
        if (!text.matches("[0-9]|10")) {
            ask(
                    visitor,
                    french
                            ? "Je n’ai pas compris de nombre. De 0"
                            : "I did not find a number. From 0",
                    french);
            return;
        }
        ratings.put(visitor, Integer.parseInt(text));
        steps.put(visitor, Step.REASON);
        say(
                visitor,
                french
                        ? "Merci pour ce "
                                + text
                                + ". Quelle en est la raison principale ? Dites-le avec vos mots."
                        : "Thanks for the "
                                + text
                                + ". What is the main reason? In your own words.");
    }

    private void reason(Address visitor, String text, boolean french) {
        steps.put(visitor, Step.OVER);
        answers.given(
                ratings.getOrDefault(visitor, 0), text, french ? Locale.FRENCH : Locale.ENGLISH);
        say(
                visitor,
                french
                        ? "Merci, c’est noté et lu par notre équipe. Bonne journée."
                        : "Thank you. Our team reads every answer. Have a good day.");
    }

    private void ask(Address visitor, String opening, boolean french) {
        say(
                visitor,
                opening
                        + (french
                                ? " (pas du tout) à 10 (tout à fait), recommanderiez-vous Acme à un proche ? Répondez par un nombre."
                                : " (not at all) to 10 (definitely), how likely are you to recommend Acme to a friend? Reply with a number."),
                List.of(
                        IntStream.rangeClosed(0, 10)
                                .mapToObj(i -> new QuickReply("" + i, "" + i))
                                .toList()));
    }

    private void say(Address visitor, String text) {
        say(visitor, text, List.of());
    }

    private void say(Address visitor, String text, List<List<QuickReply>> rows) {
        transcripts.add(visitor, new Bubble("out-" + ++said, true, text, rows, clock.instant()));
    }
}
