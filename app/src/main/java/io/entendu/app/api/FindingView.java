package io.entendu.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.entendu.flows.Location;
import io.entendu.flows.Position;
import io.entendu.flows.check.Finding;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the linter says about a survey. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingView(
        @Schema(allowableValues = {"error", "warning", "info"}) String severity,
        @Schema(description = "Not there where it is about all languages.") @Nullable String locale,
        String place,
        String rule,
        String message,
        @Nullable Integer line,
        @Nullable Integer column) {

    static FindingView of(Finding finding) {
        return new FindingView(
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.locale().map(Locale::toLanguageTag).orElse(null),
                finding.place(),
                finding.rule(),
                finding.message(),
                position(finding).map(Position::line).orElse(null),
                position(finding).map(Position::column).orElse(null));
    }

    private static Optional<Position> position(Finding finding) {
        return finding.location().flatMap(Location::position);
    }
}
