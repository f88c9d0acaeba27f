package io.entendu.app.api;

import io.entendu.app.api.SurveyPublishing.PublishedView;
import io.entendu.app.api.SurveyView.RevisionView;
import io.entendu.app.survey.LiveSurveys;
import io.entendu.core.survey.SurveyId;
import io.entendu.persistence.Published;
import io.entendu.persistence.Revisions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The published surveys, and publishing. */
@RestController
@RequestMapping("/api/v1/surveys")
class SurveyController {

    static final String YAML = "application/yaml";

    private final LiveSurveys surveys;
    private final Revisions revisions;
    private final SurveyPublishing publishing;

    /** All current ones. */
    record SurveysView(List<SurveyView> items) {}

    SurveyController(LiveSurveys surveys, Revisions revisions, SurveyPublishing publishing) {
        this.surveys = surveys;
        this.revisions = revisions;
        this.publishing = publishing;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    SurveysView list() {
        return new SurveysView(
                revisions.current().values().stream()
                        .sorted(Comparator.comparing(p -> p.key().id().value()))
                        .flatMap(published ->
                                surveys
                                        .revision(published.key())
                                        .map(survey -> SurveyView.of(survey, published, null))
                                        .stream())
                        .toList());
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    SurveyView find(@PathVariable String id) {
        return id(id).map(revisions::history)
                .filter(history -> !history.isEmpty())
                .flatMap(this::view)
                .orElseThrow(() -> ApiProblem.notFound("Survey"));
    }

    private Optional<SurveyView> view(List<Published> history) {
        var current = history.getFirst();
        return surveys.revision(current.key())
                .map(survey ->
                        SurveyView.of(
                                survey, current, history.stream().map(RevisionView::of).toList()));
    }

    /** Of any type, because what this mapping does not take would end at "path not found". */
    @PutMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            description =
                    "Publishes a survey file; conversations that run stay on their revision. 201 when"
                            + " it became the current revision, 200 when it was already.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = YAML, schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(type = "object"))
                            }))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "201")
    @ApiResponse(
            responseCode = "409",
            description = "Its number is lower than that of the current revision.")
    @ApiResponse(responseCode = "413", description = "It is larger than 512 KiB.")
    @ApiResponse(responseCode = "415", description = "It is neither YAML nor JSON.")
    @ApiResponse(
            responseCode = "422",
            description = "It has mistakes (problems), or people would stumble over it (findings).")
    ResponseEntity<PublishedView> publish(@PathVariable String id, HttpServletRequest request)
            throws IOException {
        var survey =
                id(id).orElseThrow(() ->
                        ApiProblem.field("id", "must be 1 to 63 of a-z, 0-9 and '-'"));
        var outcome = publishing.publish(survey, SurveyUpload.text(request));
        return outcome.isNew()
                ? ResponseEntity.created(
                                URI.create(
                                        "/api/v1/surveys/"
                                                + id
                                                + "/revisions/"
                                                + outcome.view().revision()))
                        .body(outcome.view())
                : ResponseEntity.ok(outcome.view());
    }

    static Optional<SurveyId> id(String id) {
        return SurveyId.isValid(id) ? Optional.of(new SurveyId(id)) : Optional.empty();
    }
}
