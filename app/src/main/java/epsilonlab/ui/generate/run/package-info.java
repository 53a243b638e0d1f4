/** What the three parts of the Generate tab share: trainings, their course and their time line. */
package epsilonlab.ui.generate.run;
