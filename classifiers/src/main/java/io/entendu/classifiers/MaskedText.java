package io.entendu.classifiers;

import io.entendu.core.text.Span;
import java.util.List;
import java.util.Optional;

/** A text that may leave, and the way back from it. Its {@code toString} says nothing. */
public final class MaskedText {

    private final String text;
    private final List<Masking.Piece> pieces;

    private MaskedText(String text, List<Masking.Piece> pieces) {
        this.text = text;
        this.pieces = pieces;
    }

    static MaskedText of(String original, List<Masking.Piece> pieces) {
        var masked = new StringBuilder();
        var from = 0;
        for (var piece : pieces) {
            masked.append(original, from, piece.span().start()).append(piece.placeholder());
            from = piece.span().end();
        }
        return new MaskedText(
                masked.append(original, from, original.length()).toString(), List.copyOf(pieces));
    }

    /** The text with placeholders. */
    public String text() {
        return text;
    }

    /**
     * Where a literal quotation from the masked text stands in the original; empty when it is not
     * one.
     */
    public Optional<Span> original(String quotation) {
        var at = quotation.isBlank() ? -1 : text.indexOf(quotation);
        return at < 0
                ? Optional.empty()
                : Optional.of(new Span(back(at, false), back(at + quotation.length(), true)));
    }

    /** A place inside a placeholder goes to the beginning or the end of what it stands for. */
    private int back(int place, boolean toEnd) {
        var shift = 0;
        for (var piece : pieces) {
            var start = piece.span().start() - shift;
            var end = start + piece.placeholder().length();
            if (place <= start) {
                break;
            }
            if (place < end) {
                return toEnd ? piece.span().end() : piece.span().start();
            }
            shift = piece.span().end() - end;
        }
        return place + shift;
    }

    @Override
    public String toString() {
        return "MaskedText[" + text.length() + " characters, " + pieces.size() + " hidden]";
    }
}
