package org.kepu.paper;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kepu.paper.pdf.NoFont;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A machine without a Chinese font writes no PDF: 501, which has words of its own. What the operator can do stands in the log. */
@ControllerAdvice
class WithoutFont {

    private static final Logger log = LoggerFactory.getLogger(WithoutFont.class);

    @ExceptionHandler
    void tell(NoFont why, HttpServletResponse response) throws IOException {
        log.error("no PDF can be written: {}", why.getMessage());
        response.sendError(HttpServletResponse.SC_NOT_IMPLEMENTED);
    }
}
