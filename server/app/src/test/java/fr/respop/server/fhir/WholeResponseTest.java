package fr.respop.server.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class WholeResponseTest {

    private final MockHttpServletResponse client = new MockHttpServletResponse();
    private final WholeResponse response = new WholeResponse(client);

    @Test
    void textLeavesWhenItEnds() throws IOException {
        response.setCharacterEncoding("UTF-8");
        var writer = response.getWriter();
        writer.write("{\"count\":");
        writer.flush();
        assertThat(client.isCommitted()).isFalse();

        writer.write("1}");
        writer.close();

        assertThat(client.getContentAsString()).isEqualTo("{\"count\":1}");
    }

    @Test
    void bytesLeaveWhenTheyEnd() throws IOException {
        var stream = response.getOutputStream();
        stream.write("strate ".getBytes(UTF_8));
        stream.write('1');
        stream.flush();
        assertThat(client.isCommitted()).isFalse();

        stream.close();

        assertThat(client.getContentAsString(UTF_8)).isEqualTo("strate 1");
    }
}
