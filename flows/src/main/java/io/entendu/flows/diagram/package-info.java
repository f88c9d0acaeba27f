/** Surveys as diagrams: who is asked what, and where it ends, as Mermaid and as SVG. */
@NullMarked
package io.entendu.flows.diagram;

import org.jspecify.annotations.NullMarked;
