package io.entendu.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entendu.app.api.ConversationController.ConsentView;
import io.entendu.app.api.ConversationController.MessageView;
import io.entendu.app.api.ConversationLogController.LogView;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.ChatTranscripts.Bubble;
import io.entendu.core.channel.Content;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.TextId;
import io.entendu.core.invitation.Invitations.Kept;
import io.entendu.core.privacy.Holding;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.response.Responses.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a person everything that is held of them. */
@Component
class RespondentExports {

    private final ConversationLogs logs;
    private final ResponseViews responses;

    /** Everything that is held under a reference. */
    record ExportView(List<RespondentView> respondents) {}

    /** Everything that is held of one person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RespondentView(
            String respondent,
            List<AddressView> addresses,
            @Nullable OptOutView optOut,
            ContactView contact,
            List<ConversationExport> conversations,
            List<ConsentView> consent,
            List<MessageView> messages,
            List<ReceivedView> received,
            List<BubbleView> webChat,
            List<InvitationExport> invitations) {}

    record AddressView(String channel, String address) {}

    record OptOutView(Instant since, String channel, String cause) {}

    /** When they were written to and wrote. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContactView(
            List<Instant> invitations,
            @Nullable Instant lastRefusal,
            @Nullable Instant lastOrientation,
            Map<String, Instant> lastWrote) {}

    /** One conversation: what was answered, in which words, and what happened event by event. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConversationExport(
            ResponseView response,
            Map<Integer, String> words,
            Map<String, String> attributes,
            @Nullable LogView log) {}

    /** A message that has not been answered yet. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReceivedView(Instant at, String channel, @Nullable String text) {}

    record BubbleView(Instant at, boolean ours, String text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InvitationExport(
            String survey,
            String channel,
            Instant createdAt,
            @Nullable String locale,
            @Nullable String timeZone,
            Map<String, String> facts) {}

    RespondentExports(ConversationLogs logs, ResponseViews responses) {
        this.logs = logs;
        this.responses = responses;
    }

    RespondentView view(Holding held) {
        var person = held.respondent();
        return new RespondentView(
                person.id().value(),
                person.addresses().stream()
                        .map(a -> new AddressView(a.channel().wireName(), a.value()))
                        .toList(),
                person.suppression()
                        .map(s ->
                                new OptOutView(s.since(), s.channel().wireName(), lower(s.cause())))
                        .orElse(null),
                contact(person),
                held.conversations().stream().map(c -> conversation(held, c)).toList(),
                held.ledger().stream().map(ConversationController::consent).toList(),
                held.messages().stream().map(ConversationController::message).toList(),
                held.inbox().stream().map(RespondentExports::received).toList(),
                held.bubbles().stream().map(RespondentExports::bubble).toList(),
                held.invitations().stream().map(RespondentExports::invitation).toList());
    }

    private static ContactView contact(Respondent person) {
        var wrote = new TreeMap<String, Instant>();
        person.history()
                .lastInbound()
                .forEach((Channel channel, Instant at) -> wrote.put(channel.wireName(), at));
        return new ContactView(
                person.history().invitations(),
                person.history().lastRefusal().orElse(null),
                person.history().lastOrientation().orElse(null),
                wrote);
    }

    private ConversationExport conversation(Holding held, Conversation c) {
        var id = new ConversationId(held.respondent().id(), c.number());
        var words = new TreeMap<Integer, String>();
        held.texts()
                .forEach((TextId text, String said) -> {
                    if (text.conversation() == c.number()) {
                        words.put(text.turn(), said);
                    }
                });
        return new ConversationExport(
                responses.view(new Response(id, c, held.texts())),
                words,
                c.context().attributes(),
                logs.find(id).orElse(null));
    }

    private static ReceivedView received(InboxEntry entry) {
        return new ReceivedView(
                entry.receivedAt(),
                entry.message().from().channel().wireName(),
                words(entry.message().content()));
    }

    private static @Nullable String words(Content content) {
        return switch (content) {
            case Content.Text(var text) -> text;
            case Content.Edited(var text, _) -> text;
            case Content.Tap(_, var label, _) -> label;
            case Content.Start _, Content.Media _ -> null;
        };
    }

    private static BubbleView bubble(Bubble bubble) {
        return new BubbleView(bubble.at(), bubble.ours(), bubble.text());
    }

    private static InvitationExport invitation(Kept kept) {
        var invitation = kept.invitation();
        var facts = new LinkedHashMap<>(invitation.context().variables());
        invitation.context().respondent().ifPresent(own -> facts.put("respondent", own));
        return new InvitationExport(
                invitation.survey().value(),
                invitation.channel().wireName(),
                invitation.createdAt(),
                invitation.locale().map(Locale::toLanguageTag).orElse(null),
                invitation.timeZone().map(Objects::toString).orElse(null),
                facts);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
