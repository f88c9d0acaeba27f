package io.entendu.flows.reading;

import java.util.Set;

/**
 * Options named in a reply.
 *
 * @param options by position, from 0; several where what was said fits them all
 * @param from the first word that names them
 * @param to the word after the last
 * @param meant false where the words around say that it is not the one
 */
record ChoiceItem(Kind kind, Set<Integer> options, int from, int to, boolean meant) {

    enum Kind {
        NUMBER("choice.number"),
        LETTER("choice.letter"),
        ORDINAL("choice.ordinal"),
        LABEL("choice.label"),
        NEAR("choice.near-label"),
        WORD("choice.word");

        private final String rule;

        Kind(String rule) {
            this.rule = rule;
        }

        String rule() {
            return rule;
        }

        /** Whether it says where in the list the option stands, not what it is. */
        boolean isPosition() {
            return this == NUMBER || this == LETTER || this == ORDINAL;
        }
    }

    ChoiceItem notMeant() {
        return new ChoiceItem(kind, options, from, to, false);
    }
}
