package fr.respop.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

class ConfigurationDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "configuration.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(respop\\.[a-z.-]+)` \\| (?:`([^`]*)`|[^|]*) \\|");
    private static final String NO_DEFAULT = "";

    @Test
    void theTableHasEverySettingWithItsDefault() throws IOException {
        var documented = new TreeMap<String, String>();
        ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .forEach(row -> documented.put(row.group(1), row.group(2) == null ? NO_DEFAULT : row.group(2)));

        var settings = new TreeMap<String, String>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("fr.respop.server").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .map(JavaClass::reflect)
                        .flatMap(ConfigurationDocumentTest::settings)
                        .forEach(setting -> settings.put(setting[0], setting[1]));

        assertThat(documented).isEqualTo(settings);
    }

    private static Stream<String[]> settings(Class<?> type) {
        var prefix = type.getAnnotation(ConfigurationProperties.class).value();
        return Arrays.stream(type.getRecordComponents()).map(component -> {
            var parameter = Arrays.stream(type.getDeclaredConstructors()[0].getParameters())
                    .filter(candidate -> candidate.getName().equals(component.getName()))
                    .findFirst()
                    .orElseThrow();
            var standard = parameter.getAnnotation(DefaultValue.class);
            return new String[] {
                prefix + "." + kebabCase(component.getName()), standard == null ? NO_DEFAULT : standard.value()[0]
            };
        });
    }

    private static String kebabCase(String name) {
        return ConfigurationPropertyName.adapt(name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT), '.')
                .toString();
    }
}
