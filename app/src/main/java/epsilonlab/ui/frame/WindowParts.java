package epsilonlab.ui.frame;

import epsilonlab.ui.LabTab;
import epsilonlab.ui.TabParts;

/** Where things are in the frame and on the tab in view; told anew only when the tab does so. */
final class WindowParts {
  private static final TabParts NOWHERE = new TabParts();

  private final TabHost host;
  private final StatusBar statusBar;
  private final TopBar topBar;
  private TabParts ofTab;
  private TabParts all;

  WindowParts(TabHost host, StatusBar statusBar, TopBar topBar) {
    this.host = host;
    this.statusBar = statusBar;
    this.topBar = topBar;
  }

  TabParts now() {
    TabParts told = host.current().map(LabTab::parts).orElse(NOWHERE);
    if (told != ofTab) {
      ofTab = told;
      all = ofFrame().and(told);
    }
    return all;
  }

  private TabParts ofFrame() {
    return new TabParts()
        .control("lab.dataset", statusBar.data())
        .control("lab.seed", statusBar.seed())
        .control("lab.network", topBar.picker())
        .control("lab.model", topBar.picker())
        .part("lab.models", topBar.picker())
        .repeats("lab.models", "train.accuracy", "defend.race", "defend.table");
  }
}
