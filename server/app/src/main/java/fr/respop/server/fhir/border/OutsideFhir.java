package fr.respop.server.fhir.border;

import fr.respop.server.fhir.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is answered beside the FHIR server: the way to it. */
@Controller
class OutsideFhir implements ErrorController {

    private final RefusalWriter refusals;

    OutsideFhir(RefusalWriter refusals) {
        this.refusals = refusals;
    }

    @GetMapping("/")
    String root() {
        return "redirect:/fhir/metadata";
    }

    /** The container comes here with every failure outside the FHIR server. */
    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            refusals.write(response, ErrorResponses.logged(failure));
        } else {
            refusals.write(
                    response,
                    Refusal.of(
                            status,
                            status == 404 ? IssueType.NOTFOUND : HapiRefusals.code(status),
                            "",
                            "There is nothing to answer this request here. The FHIR server is at /fhir (see"
                                    + " /fhir/metadata), decision support at /cds-services, health at"
                                    + " /actuator/health."));
        }
    }
}
