package fr.respop.server.examples;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands for the expressions in double braces of a {@link Story}. */
final class StoryValues {

    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{(.+?)}}");
    private static final Pattern DAY = Pattern.compile("\\$datetime \"YYYY-MM-DD\"((?: [+-]\\d+ [dy])*)");
    private static final Pattern OFFSET = Pattern.compile("([+-]\\d+) ([dy])");
    private static final Pattern ANSWER = Pattern.compile("(\\w+)\\.response\\.body\\.(\\$.+)");

    private final String base;
    private final Map<String, String> answers = new HashMap<>();

    /** @param base the address of the server, without a slash at the end */
    StoryValues(String base) {
        this.base = base;
    }

    void remember(String name, String answer) {
        answers.put(name, answer);
    }

    String fill(String text) {
        return EXPRESSION.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private String value(String expression) {
        if (expression.equals("base")) {
            return base;
        }
        var day = DAY.matcher(expression);
        if (day.matches()) {
            return day(day.group(1));
        }
        var answer = ANSWER.matcher(expression);
        if (answer.matches()) {
            Object found = JsonPath.read(answers.get(answer.group(1)), answer.group(2));
            return found.toString();
        }
        throw new IllegalArgumentException("Unknown expression: " + expression);
    }

    private static String day(String offsets) {
        var day = LocalDate.now(ZoneId.of("Europe/Paris"));
        var offset = OFFSET.matcher(offsets);
        while (offset.find()) {
            var amount = Long.parseLong(offset.group(1));
            day = offset.group(2).equals("d") ? day.plusDays(amount) : day.plusYears(amount);
        }
        return day.toString();
    }
}
