package epsilonlab.generative;

import epsilonlab.model.LayeredNetwork;

/** A kind of generative network with its sizes; names and layouts as in {@code peers/models.py}. */
public interface GenerativeNetwork extends LayeredNetwork {}
