package io.entendu.app.chat;

import io.entendu.app.page.PageLocale;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.ChatTranscripts;
import io.entendu.core.channel.ChatTranscripts.Bubble;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.respondent.StoreUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the page posts. Only JSON is taken: a foreign page cannot send that without asking first,
 * and its requests come without our cookie anyway.
 */
@RestController
@RequestMapping(path = "/chat/{survey}", consumes = MediaType.APPLICATION_JSON_VALUE)
final class ChatMessages {

    private final Door door;
    private final VisitorCookie cookie;
    private final Pace pace;
    private final ChatTranscripts transcripts;
    private final ChatInbox inbox;
    private final PostReader posts;
    private final Clock clock;
    private final MessageSource words;

    ChatMessages(
            Door door,
            VisitorCookie cookie,
            Pace pace,
            ChatTranscripts transcripts,
            ChatInbox inbox,
            PostReader posts,
            Clock clock,
            MessageSource words) {
        this.door = door;
        this.cookie = cookie;
        this.pace = pace;
        this.transcripts = transcripts;
        this.inbox = inbox;
        this.posts = posts;
        this.clock = clock;
        this.words = words;
    }

    /**
     * Opens the conversation. Without an id this is the page being loaded, any number of times;
     * with an id it is the visitor's wish to begin again.
     */
    @PostMapping("/start")
    ResponseEntity<?> start(
            @PathVariable String survey,
            @RequestParam(required = false) @Nullable String invitation,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        var entrance = door.open(survey, invitation);
        if (entrance.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "chat.problem.closed", locale);
        }
        var visitor = cookie.read(request);
        if (visitor.isEmpty()) {
            return problem(HttpStatus.FORBIDDEN, "chat.problem.stranger", locale);
        }
        if (!pace.permits(visitor.get())) {
            return tooFast(locale);
        }
        var again = posts.id(request);
        var id = again.orElseGet(entrance.get()::startId);
        var payload = again.isPresent() ? survey : entrance.get().payload();
        if (again.isEmpty()
                && !entrance.get().invited()
                && !transcripts.of(visitor.get()).isEmpty()) {
            return ResponseEntity.accepted().build();
        }
        inbox.accept(inbound(visitor.get(), id, new Content.Start(payload), request));
        return ResponseEntity.accepted().build();
    }

    /** Says something. Repeating the call with the same id is safe. */
    @PostMapping("/messages")
    ResponseEntity<?> say(@PathVariable String survey, HttpServletRequest request, Locale locale)
            throws IOException {
        if (door.survey(survey).isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "chat.problem.closed", locale);
        }
        var visitor = cookie.read(request);
        if (visitor.isEmpty()) {
            return problem(HttpStatus.FORBIDDEN, "chat.problem.stranger", locale);
        }
        if (!pace.permits(visitor.get())) {
            return tooFast(locale);
        }
        return switch (posts.read(request)) {
            case Said.Unusable(var field, var key) -> unusable(field, key, locale);
            case Said.Fine fine -> {
                take(visitor.get(), fine, request);
                yield ResponseEntity.accepted().build();
            }
        };
    }

    /** The bubble first, so that it stands above the reply. */
    private void take(Address visitor, Said.Fine said, HttpServletRequest request) {
        transcripts.add(
                visitor,
                new Bubble(ownBubble(said.id()), false, said.shown(), List.of(), clock.instant()));
        inbox.accept(inbound(visitor, said.id(), said.content(), request));
    }

    /** Apart from the ids of our own messages, whatever the page makes up. */
    static String ownBubble(String messageId) {
        return "me-" + messageId;
    }

    private static InboundMessage inbound(
            Address visitor, String id, Content content, HttpServletRequest request) {
        return new InboundMessage(visitor, id, content, PageLocale.hint(request));
    }

    private ResponseEntity<ProblemDetail> tooFast(Locale locale) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(detail(HttpStatus.TOO_MANY_REQUESTS, "chat.problem.fast", locale));
    }

    private ResponseEntity<ProblemDetail> unusable(String field, String key, Locale locale) {
        var problem = detail(HttpStatus.UNPROCESSABLE_CONTENT, key, locale);
        problem.setProperty("field", field);
        return ResponseEntity.of(problem).build();
    }

    private ResponseEntity<ProblemDetail> problem(HttpStatus status, String key, Locale locale) {
        return ResponseEntity.of(detail(status, key, locale)).build();
    }

    private ProblemDetail detail(HttpStatus status, String key, Locale locale) {
        return ProblemDetail.forStatusAndDetail(
                status, words.getMessage(key, new Object[] {Said.TEXT_LIMIT}, locale));
    }

    @ExceptionHandler(StoreUnavailableException.class)
    ResponseEntity<ProblemDetail> away(Locale locale) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(detail(HttpStatus.SERVICE_UNAVAILABLE, "chat.problem.away", locale));
    }
}
