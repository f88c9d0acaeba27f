package io.entendu.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entendu.core.survey.Survey;
import io.entendu.persistence.Published;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A survey as it is published now.
 *
 * @param revisions everything that was published, the newest first; null in a list of surveys
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SurveyView(
        String id,
        @Schema(description = "The hash of its content.") String revision,
        @Schema(description = RevisionView.NUMBER) @Nullable Integer number,
        List<String> locales,
        @Schema(allowableValues = {"nps", "csat", "ces", "enps"}) String metric,
        boolean open,
        String touchpoint,
        Instant publishedAt,
        @Schema(
                        description =
                                "All that was published, the newest first. One that was published"
                                        + " again stands there twice.")
                @Nullable List<RevisionView> revisions) {

    /** A line of a survey's history. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RevisionView(
            String revision,
            @Schema(description = NUMBER) @Nullable Integer number,
            Instant publishedAt,
            @Schema(allowableValues = {"file", "api"}) String publishedBy) {

        static final String NUMBER = "What the file counts it as; not there where it does not.";

        static RevisionView of(Published published) {
            return new RevisionView(
                    published.key().revision(),
                    SurveyView.number(published),
                    published.at(),
                    published.source().name().toLowerCase(Locale.ROOT));
        }
    }

    static SurveyView of(
            Survey survey, Published published, @Nullable List<RevisionView> revisions) {
        return new SurveyView(
                survey.id().value(),
                survey.key().revision(),
                number(published),
                survey.locales().stream().map(Locale::toLanguageTag).toList(),
                survey.metric().name().toLowerCase(Locale.ROOT),
                survey.open(),
                survey.touchpoint(),
                published.at(),
                revisions);
    }

    static @Nullable Integer number(Published published) {
        return published.number().isPresent() ? published.number().getAsInt() : null;
    }
}
