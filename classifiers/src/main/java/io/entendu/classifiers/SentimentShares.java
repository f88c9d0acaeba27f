package io.entendu.classifiers;

import io.entendu.core.analysis.Polarity;
import io.entendu.core.analysis.Sentiment;

/** How likely a piece of text is each of the three. */
record SentimentShares(double negative, double neutral, double positive) {

    static SentimentShares of(double[] shares) {
        return new SentimentShares(shares[0], shares[1], shares[2]);
    }

    static SentimentShares certain(Sentiment sentiment) {
        return switch (sentiment) {
            case NEGATIVE -> new SentimentShares(1, 0, 0);
            case NEUTRAL, MIXED -> new SentimentShares(0, 1, 0);
            case POSITIVE -> new SentimentShares(0, 0, 1);
        };
    }

    double confidence() {
        return Math.max(negative, Math.max(neutral, positive));
    }

    Sentiment sentiment() {
        return switch (polarity()) {
            case NEGATIVE -> Sentiment.NEGATIVE;
            case NEUTRAL -> Sentiment.NEUTRAL;
            case POSITIVE -> Sentiment.POSITIVE;
        };
    }

    Polarity polarity() {
        if (neutral >= negative && neutral >= positive) {
            return Polarity.NEUTRAL;
        }
        return negative >= positive ? Polarity.NEGATIVE : Polarity.POSITIVE;
    }
}
