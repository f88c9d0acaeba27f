package io.entendu.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationEvent;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.TextId;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.wording.Wording;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * One conversation for staff: where it stands, what was said and why it was taken so, and what
 * became of our messages.
 */
@RestController
@RequestMapping("/api/v1/conversations")
class ConversationController {

    static final String REQUESTS =
            "What was asked of people, the most urgent first: emergency, deletion, person.";

    private final Respondents respondents;
    private final Outbox outbox;
    private final Wording wording;

    /** A conversation. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConversationView(
            String id,
            String survey,
            String revision,
            String channel,
            String locale,
            String state,
            String disposition,
            @Nullable String endedBy,
            int turn,
            @Schema(description = REQUESTS) List<String> requests,
            Instant startedAt,
            @Nullable Instant endedAt,
            List<LineView> transcript,
            List<MessageView> messages,
            List<ConsentView> consent) {}

    /**
     * A line of the transcript.
     *
     * @param from {@code respondent} or {@code us}
     * @param text null where it was not kept
     * @param reading what a reply was taken to mean
     * @param rule why
     * @param words the words it was decided on, in the text
     * @param language another language than the conversation's, in which it is written
     * @param edits the question whose answer this message changed after it was sent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineView(
            int turn,
            Instant at,
            @Schema(allowableValues = {"respondent", "us"}) String from,
            @Schema(description = "Not there where it was not kept.") @Nullable String text,
            @Schema(description = "What a reply was taken to mean.") @Nullable String reading,
            @Schema(description = "The rule that decided so.") @Nullable String rule,
            @Schema(description = "The words of the text that it decided on.")
                    @Nullable String words,
            @Schema(
                            description =
                                    "The language it is written in, where that is clearly another"
                                            + " than the conversation's.")
                    @Nullable String language,
            @Schema(
                            description =
                                    "The question whose answer this message changed after it was"
                                            + " sent.")
                    @Nullable String edits) {}

    /** What became of one of our messages. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MessageView(
            String id,
            int turn,
            String status,
            int attempts,
            @Nullable String reason,
            @Nullable String code,
            @Nullable String providerStatus) {}

    /** A line of the ledger. */
    record ConsentView(
            String kind,
            String purpose,
            String wording,
            String reply,
            String channel,
            Instant at) {}

    ConversationController(Respondents respondents, Outbox outbox, Wording wording) {
        this.respondents = respondents;
        this.outbox = outbox;
        this.wording = wording;
    }

    @GetMapping("/{id}")
    ConversationView find(@PathVariable String id) {
        return ConversationId.parse(id)
                .flatMap(this::view)
                .orElseThrow(() -> ApiProblem.notFound("Conversation"));
    }

    private Optional<ConversationView> view(ConversationId id) {
        return respondents
                .find(id.respondent(), id.number())
                .flatMap(r -> r.respondent().conversation())
                .map(c -> view(id, c));
    }

    private ConversationView view(ConversationId id, Conversation c) {
        var texts = respondents.texts(id.respondent(), id.number());
        return new ConversationView(
                id.toString(),
                c.survey().id().value(),
                c.survey().revision(),
                c.channel().wireName(),
                c.locale().toLanguageTag(),
                lower(c.phase()),
                lower(c.disposition()),
                c.endedBy().orElse(null),
                c.turn(),
                requests(c),
                c.startedAt(),
                c.endedAt().orElse(null),
                respondents.log(id.respondent(), id.number()).stream()
                        .flatMap(entry -> lines(c, entry, texts))
                        .toList(),
                outbox.of(id.respondent()).stream()
                        .filter(m -> m.conversation() == id.number())
                        .map(ConversationController::message)
                        .toList(),
                respondents.ledger(id.respondent()).stream()
                        .filter(l -> l.conversation() == id.number())
                        .map(ConversationController::consent)
                        .toList());
    }

    private Stream<LineView> lines(Conversation c, LogEntry entry, Map<TextId, String> texts) {
        return Stream.concat(
                heard(c, entry, texts).stream(),
                entry.said().stream()
                        .map(prompt ->
                                wording.word(
                                                prompt,
                                                Optional.of(c.survey()),
                                                c.locale(),
                                                c.channel(),
                                                c.number(),
                                                c.context().variables())
                                        .text())
                        .map(text -> ours(entry, text)));
    }

    private static LineView ours(LogEntry entry, String text) {
        return new LineView(
                entry.turn(), entry.event().at(), "us", text, null, null, null, null, null);
    }

    private static Optional<LineView> heard(
            Conversation c, LogEntry entry, Map<TextId, String> texts) {
        var text = Optional.ofNullable(texts.get(new TextId(c.number(), entry.turn())));
        return switch (entry.event()) {
            case ConversationEvent.Replied replied ->
                    Optional.of(heard(entry, replied.interpretation(), text, Optional.empty()));
            case ConversationEvent.Edited edited ->
                    Optional.of(
                            heard(
                                    entry,
                                    edited.interpretation(),
                                    text,
                                    Optional.of(edited.question())));
            case ConversationEvent.FollowedLink _,
                    ConversationEvent.Invited _,
                    ConversationEvent.WentQuiet _,
                    ConversationEvent.Classified _,
                    ConversationEvent.SendFailed _,
                    ConversationEvent.Withdrawn _ ->
                    Optional.empty();
        };
    }

    private static LineView heard(
            LogEntry entry,
            Interpretation heard,
            Optional<String> text,
            Optional<QuestionId> edits) {
        return new LineView(
                entry.turn(),
                entry.event().at(),
                "respondent",
                text.orElse(null),
                snake(heard.reading().getClass().getSimpleName()),
                heard.rule(),
                text.map(heard.span()::of).filter(words -> !words.isBlank()).orElse(null),
                heard.language().map(Locale::toLanguageTag).orElse(null),
                edits.map(QuestionId::value).orElse(null));
    }

    static MessageView message(OutboxState m) {
        return new MessageView(
                m.entryId(),
                m.turn(),
                lower(m.status()),
                m.attempts(),
                m.reason().map(ConversationController::lower).orElse(null),
                m.code().orElse(null),
                m.providerStatus().orElse(null));
    }

    static ConsentView consent(ConsentEntry l) {
        return new ConsentView(
                lower(l.kind()),
                l.purpose(),
                l.wording(),
                l.reply(),
                l.channel().wireName(),
                l.at());
    }

    /** What was asked of people, in the order of urgency. */
    static List<String> requests(Conversation c) {
        return c.beside().requests().stream()
                .sorted(Comparator.reverseOrder())
                .map(ConversationController::lower)
                .toList();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static String snake(String camel) {
        return camel.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
