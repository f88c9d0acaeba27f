package io.entendu.app.api;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The JSON Schema of survey files, for editors; open, as the documentation is. */
@RestController
class SchemaController {

    private static final Resource SCHEMA = new ClassPathResource("schema/survey.schema.json");
    private static final Duration KEPT = Duration.ofHours(1);

    @Operation(summary = "The JSON Schema of survey files (draft 2020-12)")
    @GetMapping(path = "/schemas/survey.json", produces = "application/schema+json")
    ResponseEntity<Resource> survey() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(SCHEMA);
    }
}
