package io.entendu.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entendu.app.survey.LiveSurveys;
import io.entendu.app.survey.Publisher;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.flows.InvalidSurveyException;
import io.entendu.flows.SurveyDrafts;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.check.Finding;
import io.entendu.flows.check.Finding.Severity;
import io.entendu.flows.check.SurveyCheck;
import io.entendu.persistence.Published;
import io.entendu.persistence.Publishing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Publishes a survey file that somebody sent, if it can be read and nobody would stumble over it.
 */
@Component
final class SurveyPublishing {

    private final LiveSurveys surveys;
    private final SurveyDrafts drafts;
    private final Publisher publisher;

    /**
     * What was published.
     *
     * @param warnings of the linter
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PublishedView(
            String id,
            @Schema(description = "The hash of its content.") String revision,
            @Schema(description = SurveyView.RevisionView.NUMBER) @Nullable Integer number,
            Instant publishedAt,
            @Schema(description = "What could be better; it works all the same.")
                    List<FindingView> warnings) {}

    /**
     * An outcome.
     *
     * @param isNew whether it became the current revision just now
     */
    record Outcome(boolean isNew, PublishedView view) {}

    SurveyPublishing(LiveSurveys surveys, SurveyDrafts drafts, Publisher publisher) {
        this.surveys = surveys;
        this.drafts = drafts;
        this.publisher = publisher;
    }

    /**
     * Publishes the survey of this id.
     *
     * @throws UnfitSurvey when it cannot be read, is another survey, or has errors
     * @throws ApiProblem when its number is lower than that of the current revision
     */
    Outcome publish(SurveyId id, String text) {
        var draft = read(text);
        var survey = draft.all().getFirst();
        if (!survey.id().equals(id)) {
            throw UnfitSurvey.misnamed(survey.id().value(), id.value());
        }
        var findings = SurveyCheck.of(surveys.library().with(draft), survey);
        var errors = of(Severity.ERROR, findings);
        if (!errors.isEmpty()) {
            throw UnfitSurvey.flawed(errors);
        }
        var warnings = of(Severity.WARNING, findings).stream().map(FindingView::of).toList();
        return switch (publisher.publish(draft, survey)) {
            case Publishing.Done(var current) -> new Outcome(true, view(current, warnings));
            case Publishing.Unchanged(var current) -> new Outcome(false, view(current, warnings));
            case Publishing.Refused(_, var current) -> throw older(draft, survey, current);
        };
    }

    private SurveyLibrary read(String text) {
        try {
            return drafts.read("survey", text);
        } catch (InvalidSurveyException invalid) {
            throw UnfitSurvey.unreadable(invalid);
        }
    }

    private static List<Finding> of(Severity severity, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.severity() == severity).toList();
    }

    private static PublishedView view(Published current, List<FindingView> warnings) {
        return new PublishedView(
                current.key().id().value(),
                current.key().revision(),
                SurveyView.number(current),
                current.at(),
                warnings);
    }

    private static ApiProblem older(SurveyLibrary draft, Survey survey, Published current) {
        return new ApiProblem(
                409,
                "Older revision",
                List.of(
                        new ApiProblem.FieldProblem(
                                "revision",
                                "is "
                                        + written(draft.number(survey.key()))
                                        + ", and "
                                        + written(current.number())
                                        + " is published; begin with the current revision and write "
                                        + (current.number().orElse(0) + 1))));
    }

    private static String written(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "none";
    }
}
