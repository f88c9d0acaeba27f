package io.entendu.app.api;

import io.entendu.core.respondent.StoreUnavailableException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every failure of the API as a problem detail (RFC 9457) that says what to do and nothing of our
 * insides.
 */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ApiProblem problem) {
        var detail = ProblemDetail.forStatus(problem.status());
        detail.setTitle(problem.title());
        if (!problem.fields().isEmpty()) {
            detail.setDetail(
                    problem.fields().stream()
                            .map(f -> f.field() + ": " + f.detail())
                            .collect(Collectors.joining(" ")));
            detail.setProperty("errors", problem.fields());
        }
        if (!problem.reason().isEmpty()) {
            detail.setProperty("reason", problem.reason());
        }
        return answer(detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unfit(UnfitSurvey unfit) {
        var detail = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        detail.setTitle("Survey not published");
        detail.setDetail(unfit.getMessage());
        detail.setProperty(unfit.list(), unfit.items());
        return answer(detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(StoreUnavailableException away) {
        LOG.warn("a request found no store: {}", away.getMessage());
        var detail = ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
        detail.setTitle("Store unavailable");
        detail.setDetail(
                "The store gave no answer in time. Try again; with an Idempotency-Key nothing is done twice.");
        return answer(detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistake(RuntimeException mistake) {
        LOG.error("a request met a mistake of ours", mistake);
        var detail = ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
        detail.setTitle("Our mistake");
        detail.setDetail(
                "The request was not done. It is written down in the log; tell whoever runs this service.");
        return answer(detail);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus())
                .contentType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
