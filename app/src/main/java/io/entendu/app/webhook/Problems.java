package io.entendu.app.webhook;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Problem details (RFC 9457) where Spring MVC is not in charge. */
public final class Problems {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Problems() {}

    /** Answers with a problem that says what to do. */
    public static void write(HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream()
                .write(
                        JSON.writeValueAsBytes(
                                Map.of(
                                        "type",
                                        "about:blank",
                                        "title",
                                        title,
                                        "status",
                                        status,
                                        "detail",
                                        detail)));
    }
}
