package io.entendu.flows.reading;

import io.entendu.flows.reading.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** The pieces of a reply with "30eur" cut in its number and its word. */
final class AmountTokens {

    private AmountTokens() {}

    static List<Token> of(Reply reply) {
        var cut = new ArrayList<Token>();
        for (var token : reply.tokens()) {
            var mixed = token.kind() == Kind.MIXED && isDigit(token.text().charAt(0));
            if (mixed && token.text().length() == token.end() - token.start()) {
                cut(token, cut);
            } else {
                cut.add(token);
            }
        }
        return cut;
    }

    private static void cut(Token token, List<Token> cut) {
        var text = token.text();
        for (var from = 0; from < text.length(); ) {
            var digits = isDigit(text.charAt(from));
            var to = from;
            while (to < text.length() && isDigit(text.charAt(to)) == digits) {
                to++;
            }
            cut.add(
                    new Token(
                            digits ? Kind.NUMBER : Kind.WORD,
                            text.substring(from, to),
                            token.start() + from,
                            token.start() + to,
                            from == 0 && token.gap()));
            from = to;
        }
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
