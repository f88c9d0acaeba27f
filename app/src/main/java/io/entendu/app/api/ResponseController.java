package io.entendu.app.api;

import io.entendu.core.response.Responses;
import io.entendu.core.survey.Surveys;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Responses for analysts, as JSON, NDJSON or CSV; the place of the next page is also in the header
 * {@code X-Next-Cursor}.
 */
@RestController
@RequestMapping("/api/v1/responses")
class ResponseController {

    static final String NEXT = "X-Next-Cursor";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Responses responses;
    private final Surveys surveys;
    private final ResponseViews views;

    /** A page. */
    record PageView(List<ResponseView> items, @Nullable String next) {}

    ResponseController(Responses responses, Surveys surveys, ResponseViews views) {
        this.responses = responses;
        this.surveys = surveys;
        this.views = views;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    PageView list(@RequestParam Map<String, String> query) {
        var page = page(query);
        return new PageView(views(page), next(page).orElse(null));
    }

    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    void lines(@RequestParam Map<String, String> query, HttpServletResponse response)
            throws IOException {
        var page = page(query);
        next(page).ifPresent(next -> response.setHeader(NEXT, next));
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        var out = writer(response);
        for (var item : views(page)) {
            out.write(JSON.writeValueAsString(item));
            out.write('\n');
        }
        out.flush();
    }

    @GetMapping(produces = "text/csv")
    void csv(@RequestParam Map<String, String> query, HttpServletResponse response)
            throws IOException {
        var page = page(query);
        next(page).ifPresent(next -> response.setHeader(NEXT, next));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"responses.csv\"");
        var out = writer(response);
        ResponseCsv.write(views(page), out);
        out.flush();
    }

    private static Writer writer(HttpServletResponse response) throws IOException {
        return new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    }

    private Responses.Page page(Map<String, String> query) {
        var wanted = ResponseQuery.read(query, surveys);
        return responses.page(
                wanted.survey(),
                wanted.from(),
                wanted.to(),
                wanted.filter(),
                wanted.cursor(),
                wanted.limit());
    }

    private static Optional<String> next(Responses.Page page) {
        return page.next().map(ResponseQuery::written);
    }

    private List<ResponseView> views(Responses.Page page) {
        return page.items().stream().map(views::view).toList();
    }
}
