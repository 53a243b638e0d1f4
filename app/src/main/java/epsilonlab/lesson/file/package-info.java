/** Reads lesson files: Markdown with front matter and fenced YAML; faults name their line. */
package epsilonlab.lesson.file;
