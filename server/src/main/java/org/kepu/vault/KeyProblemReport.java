package org.kepu.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Wrong keys are told in one line, by whoever started the program; a stack trace would hide it. */
class KeyProblemReport extends AbstractFailureAnalyzer<KeyProblem> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, KeyProblem problem) {
        return new FailureAnalysis(String.valueOf(problem.getMessage()), null, problem);
    }
}
