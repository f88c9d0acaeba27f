package io.entendu.flows.reading;

import io.entendu.core.text.Span;
import io.entendu.flows.reading.Amounts.Amount;
import java.util.ArrayList;
import java.util.List;

/** Where the amounts of a reply stand among its words. */
final class AmountPlaces {

    private final Reply reply;
    private final List<Token> tokens;
    private final List<Amount> amounts;

    AmountPlaces(Reply reply, List<Token> tokens, List<Amount> amounts) {
        this.reply = reply;
        this.tokens = tokens;
        this.amounts = amounts;
    }

    Span span(Amount amount) {
        return new Span(tokens.get(amount.from()).start(), tokens.get(amount.to() - 1).end());
    }

    List<Word> between(Amount one, Amount two) {
        return reply.words().stream()
                .filter(word -> word.start() >= span(one).end() && word.end() <= span(two).start())
                .toList();
    }

    /** The words before it in its clause, back to the amount before. */
    List<Word> before(Amount amount) {
        var start = span(amount).start();
        var from = amounts.indexOf(amount) == 0 ? 0 : span(previous(amount)).end();
        var words = new ArrayList<Word>();
        for (var word : reply.words()) {
            if (word.first() && word.start() <= start) {
                words.clear();
            }
            if (word.start() >= from && word.end() <= start) {
                words.add(word);
            }
        }
        return words;
    }

    private Amount previous(Amount amount) {
        return amounts.get(amounts.indexOf(amount) - 1);
    }

    /** The words after it in its clause, up to the next amount. */
    List<Word> after(Amount amount) {
        var end = span(amount).end();
        var next = amounts.indexOf(amount) + 1;
        var to = next < amounts.size() ? span(amounts.get(next)).start() : Integer.MAX_VALUE;
        var words = new ArrayList<Word>();
        for (var word : reply.words()) {
            if (word.start() < end) {
                continue;
            }
            if (word.first() || word.start() >= to) {
                break;
            }
            words.add(word);
        }
        return words;
    }
}
