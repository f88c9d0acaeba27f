package io.entendu.app.chat;

import io.entendu.app.page.Feed;
import io.entendu.app.page.LiveStreams;
import io.entendu.app.page.Watch;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.ChatTranscripts;
import io.entendu.core.channel.ChatTranscripts.Bubble;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** The visitor's bubbles as they appear, ours and their own, in every tab. */
@RestController
final class ChatEvents {

    private final Door door;
    private final VisitorCookie cookie;
    private final ChatTranscripts transcripts;
    private final ChatInbox inbox;
    private final LiveStreams streams;

    ChatEvents(
            Door door,
            VisitorCookie cookie,
            ChatTranscripts transcripts,
            ChatInbox inbox,
            LiveStreams streams) {
        this.door = door;
        this.cookie = cookie;
        this.transcripts = transcripts;
        this.inbox = inbox;
        this.streams = streams;
    }

    /**
     * Follows the transcript.
     *
     * @param lastEventId the browser's own word of what it saw last, when it comes back by itself
     * @param after the same from the page, when it opens the stream
     */
    @GetMapping(path = "/chat/{survey}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter follow(
            @PathVariable String survey,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            HttpServletResponse response) {
        var visitor =
                cookie.read(request)
                        .filter(_ -> door.survey(survey).isPresent())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("Cache-Control", "no-store");
        var seen = Optional.ofNullable(lastEventId).or(() -> Optional.ofNullable(after));
        return streams.open(visitor.value(), new BubbleFeed(visitor, seen.orElse("")));
    }

    /** The bubble with what it means for the page. */
    record Told(BubbleView bubble, boolean over) {}

    /** Begins to listen before it reads what there is, so a bubble may come both ways. */
    private final class BubbleFeed implements Feed<Bubble> {

        private final Address visitor;
        private final String seen;
        private final Set<String> sent = new HashSet<>();

        BubbleFeed(Address visitor, String seen) {
            this.visitor = visitor;
            this.seen = seen;
        }

        @Override
        public Watch watch(Consumer<Bubble> listener) {
            return transcripts.watch(visitor, listener)::close;
        }

        /**
         * All of it when the last one seen has been dropped from the transcript: the page knows its
         * own.
         */
        @Override
        public List<Bubble> backlog() {
            var all = transcripts.of(visitor);
            var known = all.stream().map(Bubble::id).toList().indexOf(seen);
            all.subList(0, known + 1).forEach(b -> sent.add(b.id()));
            return all.subList(known + 1, all.size());
        }

        @Override
        public Optional<SseEventBuilder> event(Bubble bubble) {
            if (!sent.add(bubble.id())) {
                return Optional.empty();
            }
            var told = new Told(BubbleView.of(bubble), bubble.ours() && inbox.isOver(visitor));
            return Optional.of(
                    SseEmitter.event()
                            .id(bubble.id())
                            .name("bubble")
                            .data(told, MediaType.APPLICATION_JSON));
        }
    }
}
