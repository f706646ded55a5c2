package fr.respop.engine.compiled;

import org.hl7.elm.r1.Library;
import org.hl7.elm.r1.ParameterDef;
import org.hl7.elm.r1.ParameterRef;
import org.jspecify.annotations.Nullable;

/**
 * The value of a parameter: the one that is given for its library, else the one that is given for all, else its default.
 */
record ParameterStep(String ofLibrary, String name, Step otherwise) implements Step {

    static Step of(ParameterRef reference, Library owner, Definitions definitions) {
        var declared = owner.getParameters() == null
                ? null
                : owner.getParameters().getDef().stream()
                        .filter(parameter -> String.valueOf(reference.getName()).equals(parameter.getName()))
                        .findFirst()
                        .orElse(null);
        if (declared == null || owner.getIdentifier() == null) {
            throw new NotCompilable(reference);
        }
        var name = String.valueOf(declared.getName());
        return new ParameterStep(
                owner.getIdentifier().getId() + "." + name, name, byDefault(declared, owner, definitions));
    }

    private static Step byDefault(ParameterDef declared, Library owner, Definitions definitions) {
        return declared.getDefault() == null
                ? frame -> null
                : new Compiler(definitions, owner, new Names()).step(declared.getDefault());
    }

    @Override
    public @Nullable Object value(Frame frame) {
        var given = frame.run().parameters();
        if (given.containsKey(ofLibrary)) {
            return given.get(ofLibrary);
        }
        return given.containsKey(name) ? given.get(name) : otherwise.value(frame);
    }
}
