package fr.respop.server.commandline;

import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Time zones by their name. */
final class TimeZoneName implements ITypeConverter<ZoneId> {

    @Override
    public ZoneId convert(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new TypeConversionException("expected a time zone such as Europe/Paris, not " + name);
        }
    }
}
