package io.entendu.app.chat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads posts without ever holding more of one than {@link Said#BODY_LIMIT}. */
@Component
final class PostReader {

    private final JsonMapper json;

    PostReader(JsonMapper json) {
        this.json = json;
    }

    Said read(HttpServletRequest request) throws IOException {
        return Said.read(body(request), json);
    }

    /** The id alone; empty when there is none of the right form. */
    Optional<String> id(HttpServletRequest request) throws IOException {
        return Said.idOf(body(request), json);
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        return request.getInputStream().readNBytes(Said.BODY_LIMIT + 1);
    }
}
