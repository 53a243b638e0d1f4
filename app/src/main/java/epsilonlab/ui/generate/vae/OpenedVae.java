package epsilonlab.ui.generate.vae;

import epsilonlab.generative.Vae;
import epsilonlab.model.ModelEntry;
import epsilonlab.model.Weights;

/** A VAE that was opened from the library. */
record OpenedVae(ModelEntry entry, Vae network, Weights weights) {}
