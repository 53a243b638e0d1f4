package epsilonlab.ui;

/**
 * A line of the help.
 *
 * @param keys for example "Ctrl+E"
 * @param what for example "Export what the tab shows"
 */
public record Shortcut(String keys, String what) {}
