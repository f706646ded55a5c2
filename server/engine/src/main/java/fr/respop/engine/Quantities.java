package fr.respop.engine;

import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.runtime.Quantity;
import org.opencds.cqf.fhir.cr.measure.common.QuantityDef;

/** Reads what a measure observes as a number. */
final class Quantities {

    private Quantities() {}

    static @Nullable QuantityDef of(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Number number) {
            return new QuantityDef(number.doubleValue());
        }
        if (value instanceof Quantity quantity && quantity.getValue() != null) {
            return new QuantityDef(quantity.getValue().doubleValue());
        }
        throw new IllegalArgumentException("A measure observation gives a number or a quantity, not "
                + value.getClass().getSimpleName());
    }
}
