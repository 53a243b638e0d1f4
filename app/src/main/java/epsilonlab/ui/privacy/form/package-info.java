/** Controls that the parts of the Privacy tab share. */
package epsilonlab.ui.privacy.form;
