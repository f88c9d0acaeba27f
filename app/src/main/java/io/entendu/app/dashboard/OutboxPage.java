package io.entendu.app.dashboard;

import io.entendu.core.outbox.DeadLetter;
import io.entendu.core.outbox.DeadLetters;
import io.entendu.core.outbox.DeadLetters.Redriven;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.respondent.StoreUnavailableException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What is still to be sent, and what was given up: staff may send that after all, or forget it. */
@Controller
final class OutboxPage {

    private static final int SHOWN = 100;

    private static final String DISMISSED = "DISMISSED";

    private final Outbox outbox;
    private final DeadLetters letters;

    OutboxPage(Outbox outbox, DeadLetters letters) {
        this.outbox = outbox;
        this.letters = letters;
    }

    @GetMapping("/outbox")
    String page(
            @RequestParam(required = false) @Nullable String done,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute(
                "outbox",
                Undelivered.of(
                        outbox.backlog(),
                        letters.list(_ -> true, Optional.empty(), SHOWN),
                        locale));
        outcome(done).ifPresent(word -> model.addAttribute("done", word));
        return "dashboard/outbox";
    }

    /** Words of ours only: whatever else stands in the address is not shown. */
    private static Optional<String> outcome(@Nullable String done) {
        return Stream.concat(Stream.of(DISMISSED), Stream.of(Redriven.values()).map(Enum::name))
                .filter(word -> word.equals(done))
                .findFirst();
    }

    @PostMapping("/outbox/redrive")
    String redrive(@RequestParam String id, Locale locale) {
        var outcome = DeadLetter.Id.parse(id).map(letters::redrive).orElse(Redriven.UNKNOWN).name();
        return back(outcome, locale);
    }

    @PostMapping("/outbox/dismiss")
    String dismiss(@RequestParam String id, Locale locale) {
        var known = DeadLetter.Id.parse(id).filter(letters::dismiss).isPresent();
        return back(known ? DISMISSED : Redriven.UNKNOWN.name(), locale);
    }

    private static String back(String outcome, Locale locale) {
        return "redirect:/outbox?lang=" + locale.getLanguage() + "&done=" + outcome;
    }

    @ExceptionHandler(StoreUnavailableException.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String away() {
        return "dashboard/away";
    }
}
