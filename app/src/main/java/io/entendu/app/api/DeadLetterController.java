package io.entendu.app.api;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.SendResult.Reason;
import io.entendu.core.outbox.DeadLetter;
import io.entendu.core.outbox.DeadLetters;
import io.entendu.core.outbox.DeadLetters.Cursor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages that were given up: to see them, to send them after all, to forget them. */
@RestController
@RequestMapping("/api/v1/dead-letters")
class DeadLetterController {

    private static final int MOST = 1000;

    private final DeadLetters letters;

    /** A page. */
    record DeadLettersView(List<DeadLetterView> items, @Nullable String next) {}

    /** What became of the wish to send one after all. */
    record RedrivenView(String id, String status) {}

    DeadLetterController(DeadLetters letters) {
        this.letters = letters;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(description = "The newest first; each stays for 30 days.")
    DeadLettersView list(
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw ApiProblem.field("limit", "must be 1 to " + MOST);
        }
        var page = letters.list(wanted(channel, reason), cursor(cursor), limit);
        return new DeadLettersView(
                page.letters().stream().map(DeadLetterView::of).toList(),
                page.next().map(DeadLetterController::written).orElse(null));
    }

    private static Predicate<DeadLetter> wanted(@Nullable String channel, @Nullable String reason) {
        var onChannel =
                Optional.ofNullable(channel)
                        .map(name ->
                                Channel.ofWireName(name)
                                        .orElseThrow(() ->
                                                ApiProblem.field(
                                                        "channel",
                                                        "must be telegram, sms, whatsapp or web")));
        var forReason = Optional.ofNullable(reason).map(DeadLetterController::reason);
        return letter ->
                onChannel.filter(c -> c != letter.entry().channel()).isEmpty()
                        && forReason.filter(r -> r != letter.reason()).isEmpty();
    }

    private static Reason reason(String name) {
        return Stream.of(Reason.values())
                .filter(r -> DeadLetterView.word(r).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        ApiProblem.field(
                                "reason",
                                "must be throttled, unavailable, no_answer, unreachable or refused"));
    }

    private static String written(Cursor cursor) {
        var plain = cursor.at().toEpochMilli() + ":" + cursor.id();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Cursor> cursor(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var colon = plain.indexOf(':');
            return Optional.of(
                    new Cursor(
                            Instant.ofEpochMilli(Long.parseLong(plain.substring(0, colon))),
                            DeadLetter.Id.parse(plain.substring(colon + 1)).orElseThrow()));
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | NoSuchElementException forged) {
            throw ApiProblem.field(
                    "cursor", "pass the value of next of the page before, unchanged");
        }
    }

    @PostMapping(path = "/{id}/redrive", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            description =
                    "Owes the message again, as if it had not been tried. Where nobody knows whether it"
                            + " was sent, it may come twice.")
    @ApiResponse(responseCode = "202", description = "It goes out as soon as its channel allows.")
    @ApiResponse(responseCode = "404", description = "There is no dead letter of this id.")
    @ApiResponse(
            responseCode = "409",
            description =
                    "It must not go out any more; reason is opted_out, overtaken, over or no_consent.")
    RedrivenView redrive(@PathVariable String id) {
        var outcome = letters.redrive(id(id));
        return switch (outcome) {
            case QUEUED -> new RedrivenView(id, "queued");
            case UNKNOWN -> throw unknown();
            case OPTED_OUT -> throw refused(outcome, "the person opted out");
            case OVERTAKEN ->
                    throw refused(outcome, "the person wrote or was written to meanwhile");
            case OVER -> throw refused(outcome, "the conversation has ended");
            case NO_CONSENT -> throw refused(outcome, "there is no consent to what it asks");
        };
    }

    private static ApiProblem refused(DeadLetters.Redriven outcome, String why) {
        return ApiProblem.conflict(
                "Not to be sent any more",
                DeadLetterView.word(outcome),
                "id",
                why + "; dismiss the dead letter");
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(description = "Forgets a dead letter.")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "404", description = "There is no dead letter of this id.")
    void dismiss(@PathVariable String id) {
        if (!letters.dismiss(id(id))) {
            throw unknown();
        }
    }

    private static DeadLetter.Id id(String text) {
        return DeadLetter.Id.parse(text).orElseThrow(DeadLetterController::unknown);
    }

    private static ApiProblem unknown() {
        return ApiProblem.notFound("Dead letter");
    }
}
