package io.entendu.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import io.entendu.flows.SurveyDiff;
import io.entendu.flows.SurveyYaml;
import io.entendu.persistence.Published;
import io.entendu.persistence.Revisions;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The revisions of a survey: what one holds, and what differs between two. */
@RestController
@RequestMapping("/api/v1/surveys/{id}")
class RevisionController {

    private final Revisions revisions;

    /** What differs between two revisions. */
    record DiffView(String survey, String from, String to, List<ChangeView> changes) {}

    /**
     * One difference.
     *
     * @param from null where there was nothing
     * @param to null where there is nothing any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            @Schema(description = "Such as questions.score.ask.fr.") String place,
            @Schema(allowableValues = {"added", "removed", "changed"}) String change,
            @Schema(types = {"string", "number", "boolean", "array", "object"})
                    @Nullable JsonNode from,
            @Schema(types = {"string", "number", "boolean", "array", "object"})
                    @Nullable JsonNode to) {

        static ChangeView of(SurveyDiff.Change change) {
            var kind = change.from().isEmpty() ? "added" : "changed";
            return new ChangeView(
                    change.place(),
                    change.to().isEmpty() ? "removed" : kind,
                    change.from().orElse(null),
                    change.to().orElse(null));
        }
    }

    RevisionController(Revisions revisions) {
        this.revisions = revisions;
    }

    @GetMapping(path = "/revisions/{revision}", produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    String json(@PathVariable String id, @PathVariable String revision) {
        return content(id, revision);
    }

    @GetMapping(
            path = "/revisions/{revision}",
            produces = {SurveyController.YAML, "text/yaml", "application/x-yaml"})
    String yaml(@PathVariable String id, @PathVariable String revision) {
        return SurveyYaml.of(content(id, revision));
    }

    private String content(String id, String revision) {
        return SurveyController.id(id)
                .filter(_ -> !revision.isBlank())
                .map(survey -> new SurveyKey(survey, revision))
                .flatMap(revisions::content)
                .orElseThrow(() -> ApiProblem.notFound("Revision"));
    }

    @GetMapping(path = "/diff", produces = MediaType.APPLICATION_JSON_VALUE)
    DiffView diff(
            @PathVariable String id,
            @Schema(description = "A revision; without it, the one before to.")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Schema(description = "A revision; without it, the current one.")
                    @RequestParam(required = false)
                    @Nullable String to) {
        var survey = SurveyController.id(id).orElseThrow(() -> ApiProblem.notFound("Survey"));
        var history = revisions.history(survey).stream().map(Published::key).toList();
        if (history.isEmpty()) {
            throw ApiProblem.notFound("Survey");
        }
        var later = to == null ? history.getFirst().revision() : to;
        var after = content(survey, "to", later);
        var earlier = from == null ? before(later, history) : from;
        var changes = SurveyDiff.between(content(survey, "from", earlier), after);
        return new DiffView(id, earlier, later, changes.stream().map(ChangeView::of).toList());
    }

    private static String before(String revision, List<SurveyKey> history) {
        return history.stream()
                .map(SurveyKey::revision)
                .dropWhile(r -> !r.equals(revision))
                .filter(r -> !r.equals(revision))
                .findFirst()
                .orElseThrow(() ->
                        ApiProblem.field(
                                "from", "there is none before " + revision + "; name a revision"));
    }

    private String content(SurveyId survey, String name, String revision) {
        if (revision.isBlank()) {
            throw unknown(name, survey);
        }
        return revisions
                .content(new SurveyKey(survey, revision))
                .orElseThrow(() -> unknown(name, survey));
    }

    private static ApiProblem unknown(String name, SurveyId survey) {
        return ApiProblem.field(
                name, "is no revision of it; they are listed at /api/v1/surveys/" + survey);
    }
}
