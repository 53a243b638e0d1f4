package epsilonlab.report.handin;

import java.util.ArrayList;
import java.util.List;

/** Puts small pictures that follow each other side by side. */
final class PictureRows {
  /** Room that a picture takes in a row, for its caption, in logical pixels. */
  static final double LEAST_WIDTH = 150;

  /** Between two pictures, in logical pixels. */
  static final double GAP = 24;

  private static final double ROW = 620;

  private PictureRows() {}

  /** The blocks in order; several in one list are pictures of one row. */
  static List<List<ReportBlock>> of(List<ReportBlock> blocks) {
    List<List<ReportBlock>> rows = new ArrayList<>();
    double room = 0;
    for (ReportBlock block : blocks) {
      double needed =
          block instanceof ReportBlock.Picture picture && !picture.caption().isBlank()
              ? Math.max(picture.width(), LEAST_WIDTH)
              : Double.POSITIVE_INFINITY;
      if (needed <= room) {
        rows.get(rows.size() - 1).add(block);
      } else {
        rows.add(new ArrayList<>(List.of(block)));
        room = ROW;
      }
      room -= needed + GAP;
    }
    return rows;
  }
}
