package io.entendu.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A survey file on its way in. */
final class SurveyUpload {

    /** Ten times the longest seed with its taxonomy and seven languages. */
    static final int LIMIT = 512 * 1024;

    private static final List<String> TYPES =
            List.of(
                    "application/yaml",
                    "text/yaml",
                    "application/x-yaml",
                    "text/plain",
                    "application/json");

    private SurveyUpload() {}

    /**
     * The text of a body, of which never more than {@link #LIMIT} bytes are held.
     *
     * @throws ApiProblem when it is of another type, larger, or no UTF-8
     */
    static String text(HttpServletRequest request) throws IOException {
        requireType(String.valueOf(request.getContentType()));
        var bytes = request.getInputStream().readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new ApiProblem(
                    413,
                    "Survey too large",
                    List.of(
                            new ApiProblem.FieldProblem(
                                    "body",
                                    "is larger than " + LIMIT / 1024 + " KiB; send one survey")));
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            throw ApiProblem.field("body", "is not UTF-8; save the file as UTF-8");
        }
    }

    private static void requireType(String type) {
        var bare = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (!TYPES.contains(bare)) {
            throw new ApiProblem(
                    415,
                    "Unsupported type",
                    List.of(
                            new ApiProblem.FieldProblem(
                                    "Content-Type",
                                    "is " + bare + "; send one of " + String.join(", ", TYPES))));
        }
    }
}
