/**
 * Reports to be handed in: one document model, written as PDF, as one HTML file that needs nothing
 * else, and as Markdown with pictures beside it.
 */
package epsilonlab.report.handin;
