package io.entendu.classifiers;

import java.util.Optional;

/** Turns an English sentence into a vector of its meaning. */
interface SentenceEncoder {

    int DIMENSIONS = 384;

    /** The unit vector of a sentence; empty where this machine cannot run the encoder. */
    Optional<float[]> encode(String english);

    /** What is running, in one sentence, for people. */
    String describe();
}
