package io.entendu.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entendu.core.conversation.ConversationId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What happened in one conversation, event by event, so that it can be played again. No address;
 * words only where they are kept.
 */
@RestController
@RequestMapping("/api/v1/conversations")
class ConversationLogController {

    private final ConversationLogs logs;

    /** A conversation with its log. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LogView(
            String id,
            String survey,
            String revision,
            String channel,
            @Schema(description = "The language in which it began.") String locale,
            Map<String, String> invitation,
            Map<String, String> attributes,
            @Schema(
                            description =
                                    "When its first message was due, where the invitation was delayed.")
                    @Nullable Instant delayedUntil,
            @Schema(description = "Where it stands, in the words of scenario files.")
                    Map<String, Object> state,
            List<EventView> events) {}

    /** An event. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventView(
            int turn,
            Instant at,
            @Schema(
                            allowableValues = {
                                "text",
                                "tap",
                                "media",
                                "start",
                                "edit",
                                "link",
                                "invited",
                                "quiet",
                                "classified",
                                "undeliverable",
                                "withdrawn"
                            })
                    String kind,
            @Schema(description = "The words, or a button's label; not there where not kept.")
                    @Nullable String text,
            @Schema(description = "What a reply was taken to mean.") @Nullable String reading,
            @Schema(description = "The language that was asked for.") @Nullable String language,
            @Schema(description = "The kind of media.") @Nullable String media,
            @Schema(description = "The turn of the message that was changed.")
                    @Nullable Integer edits,
            @Schema(description = "The question whose answer was analysed.")
                    @Nullable String question,
            @Nullable String sentiment,
            @Nullable List<String> themes,
            @Nullable List<String> flags,
            @Schema(description = "Why a message could not be delivered.") @Nullable String reason,
            List<SaidView> said) {}

    /**
     * A message of ours that was owed after an event.
     *
     * @param status what became of it; null where nothing is known, or where it was overtaken
     *     unsent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SaidView(
            String text,
            @Schema(
                            description =
                                    "What became of it; not there where it was overtaken unsent, or"
                                            + " where that is no longer known.")
                    @Nullable String status) {}

    ConversationLogController(ConversationLogs logs) {
        this.logs = logs;
    }

    @GetMapping("/{id}/log")
    LogView log(@PathVariable String id) {
        return ConversationId.parse(id)
                .flatMap(logs::find)
                .orElseThrow(() -> ApiProblem.notFound("Conversation"));
    }
}
