package io.entendu.app.dashboard;

import io.entendu.app.page.Feed;
import io.entendu.app.page.LiveStreams;
import io.entendu.app.page.Watch;
import io.entendu.core.respondent.StoreUnavailableException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** The dashboard, its living middle part, and the word that it is time to fetch that anew. */
@Controller
final class DashboardPage {

    /** The value of {@code data} that shows made-up answers in place of real ones. */
    private static final String DEMO = "demo";

    private final Boards boards;
    private final Changes changes;
    private final LiveStreams streams;

    DashboardPage(Boards boards, Changes changes, LiveStreams streams) {
        this.boards = boards;
        this.changes = changes;
        this.streams = streams;
    }

    @GetMapping("/")
    String page(
            @RequestParam(required = false) @Nullable String survey,
            @RequestParam(required = false) @Nullable String data,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return show("dashboard/dashboard", survey, data, model, locale, response);
    }

    @GetMapping("/dashboard/board")
    String board(
            @RequestParam(required = false) @Nullable String survey,
            @RequestParam(required = false) @Nullable String data,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return show("dashboard/board :: board", survey, data, model, locale, response);
    }

    @GetMapping(path = "/dashboard/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ResponseBody
    SseEmitter events(HttpSession session, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(session.getId(), new ChangeFeed());
    }

    private String show(
            String view,
            @Nullable String survey,
            @Nullable String data,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var board = boards.of(survey, DEMO.equals(data), locale);
        if (board.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "dashboard/unknown";
        }
        model.addAttribute("board", board.get());
        return view;
    }

    @ExceptionHandler(StoreUnavailableException.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String away() {
        return "dashboard/away";
    }

    /** However many changes there are, one word is enough until it has been passed on. */
    private final class ChangeFeed implements Feed<Boolean> {

        private final AtomicBoolean waiting = new AtomicBoolean();

        @Override
        public Watch watch(Consumer<Boolean> listener) {
            return changes.onChange(() -> {
                if (waiting.compareAndSet(false, true)) {
                    listener.accept(true);
                }
            });
        }

        @Override
        public List<Boolean> backlog() {
            return List.of();
        }

        @Override
        public Optional<SseEventBuilder> event(Boolean changed) {
            waiting.set(false);
            return Optional.of(SseEmitter.event().name("change").data("{}"));
        }
    }
}
