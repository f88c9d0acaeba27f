package io.entendu.app.api;

import io.entendu.app.api.ConversationLogController.EventView;
import io.entendu.app.api.ConversationLogController.LogView;
import io.entendu.app.api.ConversationLogController.SaidView;
import io.entendu.app.scenario.State;
import io.entendu.core.conversation.Context;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationEvent;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.respondent.Versioned;
import io.entendu.core.wording.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells of conversations what is needed to play them again. */
@Component
class ConversationLogs {

    private final Respondents respondents;
    private final Invitations invitations;
    private final Outbox outbox;
    private final Wording wording;

    ConversationLogs(
            Respondents respondents, Invitations invitations, Outbox outbox, Wording wording) {
        this.respondents = respondents;
        this.invitations = invitations;
        this.outbox = outbox;
        this.wording = wording;
    }

    /** Empty when there is no such conversation. */
    Optional<LogView> find(ConversationId id) {
        return respondents
                .find(id.respondent(), id.number())
                .map(Versioned::respondent)
                .flatMap(person -> person.conversation().map(c -> view(id, person, c)));
    }

    private LogView view(ConversationId id, Respondent person, Conversation c) {
        var log = respondents.log(id.respondent(), id.number());
        var texts = respondents.texts(id.respondent(), id.number());
        var ledger =
                respondents.ledger(id.respondent()).stream()
                        .filter(l -> l.conversation() == id.number())
                        .toList();
        var said = said(id, c, log);
        var events = new ArrayList<EventView>();
        for (var i = 0; i < log.size(); i++) {
            events.add(new Telling(log, i, texts, ledger, said.get(i)).event());
        }
        return new LogView(
                id.toString(),
                c.survey().id().value(),
                c.survey().revision(),
                c.channel().wireName(),
                log.stream()
                        .findFirst()
                        .flatMap(e -> locale(e.event()))
                        .orElse(c.locale())
                        .toLanguageTag(),
                facts(c.context()),
                c.context().attributes(),
                delayed(c).orElse(null),
                State.of(c, texts, ledger, person.isSuppressed()).tree(),
                events);
    }

    private Optional<Instant> delayed(Conversation c) {
        return c.invitation()
                .flatMap(invitations::find)
                .flatMap(Invitations.Kept::decision)
                .filter(Decision.Delayed.class::isInstance)
                .map(decision -> ((Decision.Delayed) decision).until());
    }

    private static Map<String, String> facts(Context context) {
        var facts = new LinkedHashMap<String, String>();
        context.touchpoint().ifPresent(value -> facts.put("touchpoint", value));
        context.reference().ifPresent(value -> facts.put("reference", value));
        context.agent().ifPresent(value -> facts.put("agent", value));
        context.team().ifPresent(value -> facts.put("team", value));
        return facts;
    }

    private static Optional<Locale> locale(ConversationEvent event) {
        return switch (event) {
            case ConversationEvent.Replied replied -> Optional.of(replied.locale());
            case ConversationEvent.Edited edited -> Optional.of(edited.locale());
            case ConversationEvent.FollowedLink followed ->
                    followed.invitation().locale().or(() -> Optional.of(followed.locale()));
            case ConversationEvent.Invited invited -> Optional.of(invited.locale());
            case ConversationEvent.WentQuiet _,
                    ConversationEvent.Classified _,
                    ConversationEvent.SendFailed _,
                    ConversationEvent.Withdrawn _ ->
                    Optional.empty();
        };
    }

    /** What was said at each event, in the language of its moment: read from the end. */
    private List<List<SaidView>> said(ConversationId id, Conversation c, List<LogEntry> log) {
        var statuses =
                outbox.of(id.respondent()).stream()
                        .collect(
                                Collectors.toMap(
                                        OutboxState::entryId,
                                        OutboxState::status,
                                        (_, latest) -> latest));
        var all = new ArrayList<List<SaidView>>();
        var locale = c.locale();
        for (var entry : log.reversed()) {
            var said = new ArrayList<SaidView>();
            for (var prompt : entry.said()) {
                var status =
                        statuses.get(entry.conversation() + "." + entry.turn() + "." + said.size());
                said.add(
                        new SaidView(
                                word(c, prompt, locale),
                                status == null ? null : status.name().toLowerCase(Locale.ROOT)));
            }
            all.add(said);
            if (entry.event() instanceof ConversationEvent.Replied replied
                    && replied.interpretation().reading() instanceof Reading.LanguageWanted) {
                locale = replied.locale();
            }
        }
        Collections.reverse(all);
        return all;
    }

    private String word(Conversation c, Prompt prompt, Locale locale) {
        return wording.word(
                        prompt,
                        Optional.of(c.survey()),
                        locale,
                        c.channel(),
                        c.number(),
                        c.context().variables())
                .text();
    }
}
