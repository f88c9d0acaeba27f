package io.entendu.app.api;

import java.util.List;

/** A request that cannot be done as it stands; says which field and what to do. */
public final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient List<FieldProblem> fields;

    /** What is wrong with one field, and what to write instead. */
    public record FieldProblem(String field, String detail) {}

    public ApiProblem(int status, String title, List<FieldProblem> fields) {
        super(title);
        this.status = status;
        this.title = title;
        this.fields = List.copyOf(fields);
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

    List<FieldProblem> fields() {
        return fields;
    }
}
