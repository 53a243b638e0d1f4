package epsilonlab.evaluation.diagnosis;

import java.util.List;

/**
 * Why an attack on one digit ended as it did.
 *
 * @param verdict the cause, with reasons
 * @param checks what should hold of an attack that can be believed
 * @param trace the attack's way
 * @param slice the loss around it
 */
public record Diagnosis(Verdict verdict, List<Check> checks, Trace trace, LossSlice slice) {}
