package io.entendu.classifiers;

import io.entendu.core.reading.Doubt;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.survey.Question;
import io.entendu.core.text.Span;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a language model said of a reply; nothing of it is believed yet. */
record ReadingAnswer(List<String> answers, String quote) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final NumberEvidence NUMBERS = new NumberEvidence(NumberWords.shipped());

    /** Empty when this is no answer at all: no JSON, or without the two fields. */
    static Optional<ReadingAnswer> parse(String content) {
        try {
            var said = JSON.readTree(content);
            var answer = said.path("answer");
            var quote = said.path("quote");
            return quote.isString() && (answer.isString() || isTexts(answer))
                    ? Optional.of(new ReadingAnswer(texts(answer), quote.asString()))
                    : Optional.empty();
        } catch (JacksonException garbage) {
            return Optional.empty();
        }
    }

    private static boolean isTexts(JsonNode node) {
        return node.isArray() && node.values().stream().allMatch(JsonNode::isString);
    }

    private static List<String> texts(JsonNode node) {
        return node.isArray()
                ? node.values().stream().map(JsonNode::asString).toList()
                : List.of(node.asString());
    }

    /**
     * What of it can be believed: an answer of the closed set, with a literal quotation from the
     * reply as it came that shows it. A placeholder is not literal.
     *
     * @param shown the reply as the model saw it
     */
    Optional<Interpretation> interpretation(Doubt doubt, MaskedText shown, String rule) {
        var span = shown.original(quote).filter(s -> s.of(doubt.reply()).equals(quote));
        return ClosedAnswers.reading(doubt.question(), answers)
                .flatMap(reading -> span.map(s -> new Interpretation(reading, rule, s)))
                .filter(said -> isShown(doubt, said.reading(), said.span()))
                .filter(doubt::admits);
    }

    private static boolean isShown(Doubt doubt, Reading reading, Span span) {
        if (reading instanceof Reading.Rated(var value, _)
                && doubt.question() instanceof Question.Scale scale) {
            return NUMBERS.shows(doubt, span, value, scale.high());
        }
        return reading instanceof Reading.Amounted(var value, _)
                ? NUMBERS.shows(doubt, span, value)
                : span.of(doubt.reply()).codePoints().anyMatch(ReadingAnswer::speaks);
    }

    /** Punctuation alone answers nothing; a picture may. */
    private static boolean speaks(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.OTHER_SYMBOL;
    }

    /** Without the words. */
    @Override
    public String toString() {
        return "ReadingAnswer[" + answers.size() + "]";
    }
}
