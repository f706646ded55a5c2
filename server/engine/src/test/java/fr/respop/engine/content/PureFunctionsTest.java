package fr.respop.engine.content;

import static org.assertj.core.api.Assertions.assertThat;

import fr.respop.engine.CheckContent;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PureFunctionsTest {

    private static final String[] LIBRARY = {
        "library Pure version '1.0.0'",
        "using FHIR version '4.0.1'",
        "include FHIRHelpers version '4.0.1' called FHIRHelpers",
        "parameter \"Limit\" Integer default 3",
        "context Patient",
        "define \"Base\": 1",
        "define function kindOf(codes List<System.Code>): if exists codes then 'known' else 'unknown'",
        "define function inGrams(amount Decimal, unit String): case unit when 'kg' then amount * 1000.0 else null end",
        "define function inHalfGrams(mass Decimal, massUnit String): inGrams(mass, massUnit) * 2.0",
        "define function aboveLimit(number Integer): number > \"Limit\"",
        "define function withBase(number Integer): number + \"Base\"",
        "define function withBaseToo(number Integer): withBase(number)",
        "define function stays(kind String): [Encounter] E where E.class.code.value = kind",
        "define function isPast(limit Integer): Now() > DateTime(limit)",
        "define function label(words String): FHIR.string { value: words }",
        "define function same(count Integer): count",
        "define function same(words String): words",
        "define function valueOf(quantity FHIR.Quantity): quantity.value.value",
        "define function constant(): 1"
    };

    @Test
    void dependOnNothingButSimpleArguments() {
        var library =
                CheckContent.of(CheckContent.cql("Pure", "1.0.0", LIBRARY)).library("https://example.org/Library/Pure");

        assertThat(Objects.requireNonNull(library.pureFunctions().get(library.identifier())))
                .containsOnlyKeys("kindOf", "inGrams", "inHalfGrams");
    }
}
