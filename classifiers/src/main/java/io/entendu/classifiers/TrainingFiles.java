package io.entendu.classifiers;

import io.entendu.core.analysis.Sentiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the project's own sentences (TSV, both languages a line) and labelled JSON lines. */
final class TrainingFiles {

    private static final double OWN_WEIGHT = 4;
    private static final double OTHERS_WEIGHT = 1;

    private TrainingFiles() {}

    static List<TrainingText> read(List<Path> files) throws IOException {
        var texts = new ArrayList<TrainingText>();
        for (var file : files) {
            if (file.toString().endsWith(".tsv")) {
                ownSentences(file, texts);
            } else {
                for (var labelled : LabelledVerbatim.read(file)) {
                    texts.add(
                            new TrainingText(
                                    labelled.text(),
                                    labelled.locale(),
                                    labelled.sentiment(),
                                    List.of(),
                                    false,
                                    OTHERS_WEIGHT));
                }
            }
        }
        texts.removeIf(text -> text.sentiment() == Sentiment.MIXED && !text.themed());
        return texts;
    }

    private static void ownSentences(Path file, List<TrainingText> texts) throws IOException {
        for (var line : Files.readAllLines(file)) {
            if (line.startsWith("#")) {
                continue;
            }
            var cells = line.split("\t", -1);
            var sentiment = Sentiment.valueOf(cells[0].toUpperCase(Locale.ROOT));
            var themes = cells[1].isEmpty() ? List.<String>of() : List.of(cells[1].split(",", -1));
            texts.add(
                    new TrainingText(cells[2], Locale.FRENCH, sentiment, themes, true, OWN_WEIGHT));
            texts.add(
                    new TrainingText(
                            cells[3], Locale.ENGLISH, sentiment, themes, true, OWN_WEIGHT));
        }
    }
}
