package io.entendu.app.dashboard;

import io.entendu.flows.diagram.SurveyDiagram;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What a survey asks, of whom and in which words; and its diagram by itself.
 *
 * <p>{@code lang} is the language of the page, {@code wording} that of the survey's words.
 */
@Controller
final class SurveyPage {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

    private final Sheets sheets;

    SurveyPage(Sheets sheets) {
        this.sheets = sheets;
    }

    @GetMapping("/surveys/{id}")
    String page(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String wording,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("sheet", sheets.of(id, wording, locale).orElseThrow(UnknownSurvey::new));
        return "dashboard/survey";
    }

    @GetMapping("/surveys/{id}/diagram.mmd")
    ResponseEntity<String> mermaid(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String wording,
            Locale locale) {
        return file(TEXT, diagram(id, wording, locale).toMermaid());
    }

    @GetMapping("/surveys/{id}/diagram.svg")
    ResponseEntity<String> svg(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String wording,
            Locale locale) {
        return file(SVG, diagram(id, wording, locale).toSvg());
    }

    private SurveyDiagram diagram(String id, @Nullable String wording, Locale locale) {
        return sheets.diagram(id, wording, locale).orElseThrow(UnknownSurvey::new);
    }

    private static ResponseEntity<String> file(MediaType type, String content) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .body(content);
    }

    @ExceptionHandler(UnknownSurvey.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknown() {
        return "dashboard/unknown";
    }

    /** There is no survey of this id; asking again is of no use. */
    private static final class UnknownSurvey extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
