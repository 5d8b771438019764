package org.kepu.indicator.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.page.CodedProblem;
import org.kepu.shared.May;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Where other systems tell what happened: one fact as JSON, or a line for each. */
@RestController
class FactsApi {

    /** The facts of one transaction. */
    private static final int BATCH = 500;

    private static final MediaType LINES = MediaType.parseMediaType("application/x-ndjson");

    private final TellingFacts telling;
    private final ToldJson reader;
    private final JsonMapper json;

    FactsApi(TellingFacts telling, ToldJson reader, JsonMapper json) {
        this.telling = telling;
        this.reader = reader;
        this.json = json;
    }

    @Operation(
            summary = "Tell one fact, or one on each line; told again it counts once",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = WrittenFact.class)),
                                @Content(
                                        mediaType = "application/x-ndjson",
                                        schema = @Schema(implementation = WrittenFact.class))
                            }),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "Told before; of several, an answer on each line in the order of the request",
                        content = {
                            @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)),
                            @Content(
                                    mediaType = "application/x-ndjson",
                                    schema = @Schema(implementation = Answer.class))
                        }),
                @ApiResponse(
                        responseCode = "201",
                        description = "It counts from now on",
                        content =
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = Answer.class))),
                @ApiResponse(
                        responseCode = "422",
                        description = "The fact is not taken; `code` says why, and `field` where",
                        content =
                                @Content(
                                        mediaType = "application/problem+json",
                                        schema = @Schema(implementation = ProblemDetail.class)))
            })
    @PostMapping("/api/v1/facts")
    @Nullable
    ResponseEntity<?> tell(
            @May(Right.RECORD_FACTS) Scope scope, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        var body = request.getInputStream();
        if (is(MediaType.APPLICATION_JSON, type)) {
            return one(scope, body);
        }
        if (is(LINES, type)) {
            several(scope, body, response);
            return null;
        }
        throw new Problem(Problem.Code.UNSUPPORTED_TYPE);
    }

    private ResponseEntity<?> one(Scope scope, InputStream body) throws IOException {
        var text = body.readNBytes(Lines.LONGEST + 1);
        if (text.length > Lines.LONGEST) {
            throw new Problem(Problem.Code.TOO_LARGE);
        }
        var answer = telling.tell(scope, List.of(reader.read(TellingFacts.source(scope), text)))
                .getFirst();
        return switch (answer.result()) {
            case NEW -> ResponseEntity.status(HttpStatus.CREATED).body(answer);
            case ALREADY -> ResponseEntity.ok(answer);
            case REFUSED -> ResponseEntity.unprocessableContent().body(refused(answer));
        };
    }

    private static ProblemDetail refused(Answer answer) {
        var problem = CodedProblem.of(
                HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(answer.code()), "The fact is not taken.");
        if (answer.field() != null) {
            problem.setProperty("field", answer.field());
        }
        return problem;
    }

    /** Answers wait on disk until all is read: many a client reads none before it has sent everything. */
    private void several(Scope scope, InputStream body, HttpServletResponse response) throws IOException {
        var answers = Files.createTempFile("kepu-facts", ".ndjson");
        try {
            try (var written = new BufferedOutputStream(Files.newOutputStream(answers))) {
                answer(scope, new Lines(body), written);
            }
            response.setContentType(LINES.toString());
            response.setContentLengthLong(Files.size(answers));
            Files.copy(answers, response.getOutputStream());
        } finally {
            Files.delete(answers);
        }
    }

    private void answer(Scope scope, Lines lines, OutputStream written) throws IOException {
        var source = TellingFacts.source(scope);
        var numbers = new ArrayList<Integer>(BATCH);
        var told = new ArrayList<Told>(BATCH);
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            numbers.add(line.get().number());
            told.add(
                    line.get().cut()
                            ? new Told.Unreadable(null, Refusal.TOO_LARGE)
                            : reader.read(source, line.get().text()));
            if (told.size() == BATCH) {
                write(numbers, telling.tell(scope, told), written);
                numbers.clear();
                told.clear();
            }
        }
        write(numbers, telling.tell(scope, told), written);
    }

    private void write(List<Integer> numbers, List<Answer> answers, OutputStream written) throws IOException {
        for (int i = 0; i < answers.size(); i++) {
            written.write(json.writeValueAsBytes(answers.get(i).at(numbers.get(i))));
            written.write('\n');
        }
    }

    private static boolean is(MediaType expected, String type) {
        try {
            return expected.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (org.springframework.http.InvalidMediaTypeException e) {
            return false;
        }
    }
}
