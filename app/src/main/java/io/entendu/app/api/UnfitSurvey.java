package io.entendu.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entendu.flows.InvalidSurveyException;
import io.entendu.flows.Position;
import io.entendu.flows.check.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A survey file that is not published as it stands; says all that is wrong with it. */
final class UnfitSurvey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String list;
    private final transient List<?> items;

    /** What is wrong at a place of the file, and what to write instead. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProblemView(
            String place, String detail, @Nullable Integer line, @Nullable Integer column) {

        static ProblemView of(InvalidSurveyException.Problem problem) {
            return new ProblemView(
                    problem.place(),
                    problem.advice(),
                    problem.position().map(Position::line).orElse(null),
                    problem.position().map(Position::column).orElse(null));
        }
    }

    private UnfitSurvey(String message, String list, List<?> items) {
        super(message);
        this.list = list;
        this.items = List.copyOf(items);
    }

    /** It cannot be read. */
    static UnfitSurvey unreadable(InvalidSurveyException invalid) {
        return new UnfitSurvey(
                "The file has mistakes, so nothing was published. Mend every one under problems and send it again.",
                "problems",
                invalid.problems().stream().map(ProblemView::of).toList());
    }

    /** It is another survey than the path names. */
    static UnfitSurvey misnamed(String id, String path) {
        return new UnfitSurvey(
                "The file is another survey's, so nothing was published.",
                "problems",
                List.of(
                        new ProblemView(
                                "id",
                                "is \""
                                        + id
                                        + "\"; write \""
                                        + path
                                        + "\", or send it to /api/v1/surveys/"
                                        + id,
                                null,
                                null)));
    }

    /** People would be misunderstood, or get stuck. */
    static UnfitSurvey flawed(List<Finding> errors) {
        return new UnfitSurvey(
                "People would stumble over this survey, so nothing was published. See findings.",
                "findings",
                errors.stream().map(FindingView::of).toList());
    }

    /** What the items stand under. */
    String list() {
        return list;
    }

    List<?> items() {
        return items;
    }
}
