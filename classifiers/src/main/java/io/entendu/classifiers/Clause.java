package io.entendu.classifiers;

import io.entendu.core.text.Span;

/** A piece of a text with what the heads say of it. */
record Clause(Span span, String text, Features features, SentimentShares shares) {}
