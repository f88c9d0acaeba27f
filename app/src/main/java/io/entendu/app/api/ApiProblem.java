package io.entendu.app.api;

import java.util.List;

/** A request that cannot be done as it stands; says which field and what to do. */
public final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient List<FieldProblem> fields;
    private final String reason;

    /** What is wrong with one field, and what to write instead. */
    public record FieldProblem(String field, String detail) {}

    public ApiProblem(int status, String title, List<FieldProblem> fields) {
        this(status, title, fields, "");
    }

    private ApiProblem(int status, String title, List<FieldProblem> fields, String reason) {
        super(title);
        this.status = status;
        this.title = title;
        this.fields = List.copyOf(fields);
        this.reason = reason;
    }

    /**
     * What is asked for does not fit what has happened meanwhile.
     *
     * @param reason a word for programs
     */
    static ApiProblem conflict(String title, String reason, String field, String detail) {
        return new ApiProblem(409, title, List.of(new FieldProblem(field, detail)), reason);
    }

    static ApiProblem field(String field, String detail) {
        return new ApiProblem(400, "Invalid request", List.of(new FieldProblem(field, detail)));
    }

    static ApiProblem notFound(String what) {
        return new ApiProblem(404, what + " not found", List.of());
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** Empty where the status says enough. */
    String reason() {
        return reason;
    }

    List<FieldProblem> fields() {
        return fields;
    }
}
