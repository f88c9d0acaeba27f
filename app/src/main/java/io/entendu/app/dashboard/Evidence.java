package io.entendu.app.dashboard;

import io.entendu.app.dashboard.Quote.Piece;
import io.entendu.core.analysis.Polarity;
import io.entendu.core.analysis.ThemeId;
import io.entendu.core.analysis.ThemeMention;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Cuts a verbatim at the edges of its evidence, which may overlap. */
final class Evidence {

    private final String text;
    private final List<ThemeMention> mentions;
    private final Function<ThemeId, String> name;

    Evidence(String text, List<ThemeMention> mentions, Function<ThemeId, String> name) {
        this.text = text;
        this.mentions = mentions;
        this.name = name;
    }

    /** All of the text, piece by piece. */
    List<Piece> pieces() {
        var edges = new TreeSet<>(List.of(0, text.length()));
        for (var mention : mentions) {
            edges.add(Math.min(mention.evidence().start(), text.length()));
            edges.add(Math.min(mention.evidence().end(), text.length()));
        }
        var pieces = new ArrayList<Piece>();
        var start = 0;
        for (var end : edges.tailSet(1)) {
            pieces.add(piece(start, end));
            start = end;
        }
        return pieces;
    }

    private Piece piece(int start, int end) {
        var here =
                mentions.stream()
                        .filter(m -> m.evidence().start() <= start && end <= m.evidence().end())
                        .toList();
        var names = here.stream().map(m -> name.apply(m.theme())).collect(Collectors.joining(", "));
        return new Piece(text.substring(start, end), polarity(here), names);
    }

    /** Where evidence overlaps the graver reading colours it; {@link Polarity} is in that order. */
    private static String polarity(List<ThemeMention> here) {
        return here.stream()
                .map(ThemeMention::polarity)
                .sorted()
                .findFirst()
                .map(Quote::word)
                .orElse("");
    }
}
