package fr.respop.engine.compiled;

import org.hl7.elm.r1.Element;

/** CQL that is left to the CQL engine. */
public final class NotCompilable extends RuntimeException {

    NotCompilable(String what) {
        super(what);
    }

    NotCompilable(Element element) {
        this(element.getClass().getSimpleName());
    }
}
