package io.entendu.app.dashboard;

import io.entendu.flows.SurveyLibrary;

/** Where surveys stand with their words. Safe for many threads. */
@FunctionalInterface
public interface Shelf {

    /** All that are published at this moment. */
    SurveyLibrary now();
}
