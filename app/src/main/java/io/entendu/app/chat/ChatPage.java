package io.entendu.app.chat;

import io.entendu.core.channel.ChatTranscripts;
import io.entendu.core.respondent.StoreUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The page itself. Looking at it starts nothing: chat programs fetch a link to preview it, and such
 * a fetch must not use up somebody's invitation. The page's script asks for the start.
 */
@Controller
final class ChatPage {

    private final Door door;
    private final VisitorCookie cookie;
    private final ChatTranscripts transcripts;
    private final ChatInbox inbox;

    ChatPage(Door door, VisitorCookie cookie, ChatTranscripts transcripts, ChatInbox inbox) {
        this.door = door;
        this.cookie = cookie;
        this.transcripts = transcripts;
        this.inbox = inbox;
    }

    @GetMapping("/chat/{survey}")
    String page(
            @PathVariable String survey,
            @RequestParam(required = false) @Nullable String invitation,
            @RequestParam(required = false) @Nullable String lang,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var entrance = door.open(survey, invitation);
        if (entrance.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "chat/closed";
        }
        var visitor = cookie.welcome(entrance.get().survey(), request, response);
        var bubbles = transcripts.of(visitor).stream().map(BubbleView::of).toList();
        model.addAttribute("entrance", entrance.get());
        model.addAttribute("invitation", entrance.get().invited() ? invitation : null);
        model.addAttribute("lang", lang);
        model.addAttribute("bubbles", bubbles);
        model.addAttribute("last", bubbles.isEmpty() ? null : bubbles.getLast());
        model.addAttribute("start", entrance.get().invited() || bubbles.isEmpty());
        model.addAttribute("over", !bubbles.isEmpty() && inbox.isOver(visitor));
        model.addAttribute("textLimit", Said.TEXT_LIMIT);
        return "chat/chat";
    }

    @ExceptionHandler(StoreUnavailableException.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String away() {
        return "chat/away";
    }
}
