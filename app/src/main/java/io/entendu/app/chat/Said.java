package io.entendu.app.chat;

import io.entendu.core.channel.Content;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the page posts: {@code {id, text}} for typed words, {@code {id, payload, label, prompt}} for
 * a button. A sealed outcome rather than an exception, because anybody can post anything.
 */
sealed interface Said {

    /** Bytes of one post; far more than the longest message needs in any script. */
    int BODY_LIMIT = 16 * 1024;

    int TEXT_LIMIT = 2_000;
    int LABEL_LIMIT = 100;

    /** Telegram's limit for a button, which all our buttons keep. */
    int PAYLOAD_LIMIT_BYTES = 64;

    /**
     * Something to hand on.
     *
     * @param shown what stands in the visitor's own bubble
     */
    record Fine(String id, String shown, Content content) implements Said {

        @Override
        public String toString() {
            return "Fine[" + id + "]";
        }
    }

    /**
     * Not to be used; {@code problem} is a key of the message bundle, {@code field} the culprit.
     */
    record Unusable(String field, String problem) implements Said {}

    /** The post as it came. */
    record Post(
            @Nullable String id,
            @Nullable String text,
            @Nullable String payload,
            @Nullable String label,
            @Nullable String prompt) {

        @Override
        public String toString() {
            return "Post[]";
        }
    }

    Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    static Said read(byte[] body, JsonMapper json) {
        if (body.length > BODY_LIMIT) {
            return new Unusable("body", "chat.problem.long");
        }
        return parse(body, json)
                .map(Said::of)
                .orElseGet(() -> new Unusable("body", "chat.problem.unreadable"));
    }

    /** The id in {@code {"id": …}}; empty when there is none of the right form. */
    static Optional<String> idOf(byte[] body, JsonMapper json) {
        return parse(body, json).map(Post::id).filter(id -> ID.matcher(id).matches());
    }

    private static Optional<Post> parse(byte[] body, JsonMapper json) {
        try {
            return Optional.ofNullable(json.readValue(body, Post.class));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static Said of(Post post) {
        var id = post.id();
        if (id == null || !ID.matcher(id).matches()) {
            return new Unusable("id", "chat.problem.id");
        }
        return post.payload() == null
                ? typed(id, Objects.requireNonNullElse(post.text(), "").strip())
                : pressed(id, post.payload(), post);
    }

    private static Said typed(String id, String text) {
        if (text.isEmpty()) {
            return new Unusable("text", "chat.problem.empty");
        }
        if (text.length() > TEXT_LIMIT) {
            return new Unusable("text", "chat.problem.long");
        }
        return new Fine(id, text, new Content.Text(text));
    }

    private static Said pressed(String id, String payload, Post post) {
        var label = Objects.requireNonNullElse(post.label(), "").strip();
        var prompt = Objects.requireNonNullElse(post.prompt(), "");
        if (payload.isBlank()
                || payload.getBytes(StandardCharsets.UTF_8).length > PAYLOAD_LIMIT_BYTES) {
            return new Unusable("payload", "chat.problem.unreadable");
        }
        if (label.isEmpty() || label.length() > LABEL_LIMIT || prompt.length() > LABEL_LIMIT) {
            return new Unusable("label", "chat.problem.unreadable");
        }
        return new Fine(id, label, new Content.Tap(payload, label, prompt));
    }
}
