/** The Defend tab: trainings race, and whether what they leave resists is asked ever harder. */
package epsilonlab.ui.defend;
