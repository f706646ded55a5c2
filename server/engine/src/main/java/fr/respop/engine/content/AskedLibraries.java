package fr.respop.engine.content;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Keeps compiled what was asked for lately, since the same question is often asked of many subjects. */
final class AskedLibraries {

    /** Of all texts together, since what is compiled is many times as large as its text. */
    private static final int MOST_CHARACTERS = 500_000;

    private final Map<CqlText, AskedLibrary> recent = new LinkedHashMap<>(64, 0.75f, true);
    private int characters;

    /** Compiles without holding up those who ask for something that is here. */
    AskedLibrary get(CqlText text, Function<CqlText, AskedLibrary> compiler) {
        synchronized (recent) {
            var known = recent.get(text);
            if (known != null) {
                return known;
            }
        }
        var compiled = compiler.apply(text);
        synchronized (recent) {
            add(text, compiled);
        }
        return compiled;
    }

    private void add(CqlText text, AskedLibrary compiled) {
        if (recent.put(text, compiled) == null) {
            characters += text.length();
        }
        var eldest = recent.keySet().iterator();
        while (characters > MOST_CHARACTERS) {
            characters -= eldest.next().length();
            eldest.remove();
        }
    }
}
