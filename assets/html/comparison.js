'use strict';

// Paints a comparison: what does not depend on time is as Overlap drew it, the rest is drawn here.

const MAX_PANEL_ROWS = 40;
const LANE_HEIGHT = 4;
const FOOTER_LINE = 18;
const FOOTER_GAP = 5;
const GUESS_LABEL = { size: 11.5, bold: true };

/** Where the rows, the lane and the range of one panel are. */
class PanelLayout {
  constructor(comparison, panel) {
    const { above, below, partHeight } = comparison;
    const available = partHeight - above - below;
    const max = Math.max(1, Math.floor(available / 3));
    this.tasks = panel.tasks;
    this.shown = Math.min(MAX_PANEL_ROWS, panel.tasks, max);
    this.height = this.shown === 0 ? 0 : Math.min(32 * this.shown, available);
    this.top = panel.top + above + Math.round((available - this.height) / 2);
    const high = Math.floor((this.height / this.shown) * 0.7);
    this.hasShapes = high >= 8;
    this.bar = this.hasShapes ? 2 * Math.floor(high / 2) : Math.max(2, high);
    this.laneTop = Math.round(this.top + this.height) + 2;
    this.spreadMiddle = panel.top + partHeight - 7;
    this.guessMiddle = panel.top + 8;
  }

  taskOf(row) {
    return Math.floor((row * this.tasks) / this.shown);
  }

  middle(row) {
    const middle = this.top + ((row + 0.5) * this.height) / this.shown;
    return Math.round(middle - this.bar / 2) + this.bar / 2;
  }
}

/** Paints a comparison up to an instant. A frame is {comparison, runs, horizon, range or null}. */
class ComparisonPainter {
  constructor(surface, theme, frame, pixel, fitter) {
    Object.assign(this, { surface, theme, frame, pixel, fitter, comparison: frame.comparison });
    const { range, plotLeft, plotRight } = this.comparison;
    this.scale = new TimeScale(frame.range ?? range, plotLeft, plotRight, pixel);
  }

  paint() {
    play(this.comparison.frame, this.surface, this.theme.isDark);
    this.paintPlot();
  }

  /** What depends on time. */
  paintPlot() {
    const { comparison, surface, theme, scale } = this;
    const { view, plotLeft, plotRight } = comparison;
    const bottom = view.top + view.height;
    const strip = { top: view.top - 24, height: 24 };
    paintAxis(surface, theme, this.fitter, scale, strip, bottom, plotLeft - 32, plotRight + 16);
    comparison.panels.forEach((panel) => this.plot(panel));
    this.marks(bottom);
    comparison.panels.forEach((panel) => this.texts(panel));
    this.playhead(bottom);
  }

  plot(panel) {
    const place = new PanelLayout(this.comparison, panel);
    if (panel.run >= 0) this.run(this.frame.runs[panel.run], panel, place);
    if (panel.wall >= 0) this.wall(panel, place);
    if (panel.guess >= 0) this.guessLine(panel, place);
  }

  run(run, panel, place) {
    const { scale, surface, theme } = this;
    const { begin, end } = scale.range;
    const moved = { begin: begin + panel.leftOut, end: end + panel.leftOut };
    const from = new TimeScale(moved, scale.left, scale.right, scale.pixel);
    const brush = new PhaseBrush(surface, theme, run.phases);
    const horizon = Math.min(run.horizon, this.frame.horizon + panel.leftOut);
    for (let row = 0; row < place.shown; row++) {
      const middle = place.middle(row);
      BarWalk.walk(run.tasks[place.taskOf(row)], from, run.phases, 0, horizon, () => true, (_, phase, x, width) => {
        if (place.hasShapes) brush.paint(phase, x, middle, width, place.bar);
        else brush.paintCompact(phase, x, middle, width, place.bar);
      });
    }
    for (const loop of run.workers.filter((worker) => !worker.runsOneTaskAtATime)) {
      this.line(Math.min(run.horizon, this.frame.horizon), place.laneTop);
      walkLane(loop, scale, Math.min(run.horizon, this.frame.horizon), (_, x, width, share) => {
        const height = LANE_HEIGHT * share;
        surface.fill(x, place.laneTop + LANE_HEIGHT - height, width, height, theme.oneByOne);
      });
    }
    if (panel.leftOut === 0 && panel.startUp >= 0) this.startUp(panel.startUp, place.laneTop);
  }

  line(until, top) {
    const left = Math.max(this.scale.left, this.scale.edge(0));
    const right = Math.min(this.scale.right, this.scale.edge(until));
    if (right > left) this.surface.fill(left, top + LANE_HEIGHT, right - left, 1, this.theme.idle);
  }

  startUp(until, top) {
    const left = Math.max(this.scale.left, this.scale.edge(0));
    const right = Math.min(this.scale.right, this.scale.edge(Math.min(until, this.frame.horizon)));
    if (right > left) this.surface.outline(left, top, right - left, LANE_HEIGHT, this.theme.warning);
  }

  /** The end of a run, and the range of several. */
  wall(panel, place) {
    const { scale, surface, theme } = this;
    if (panel.wall > this.frame.horizon) return;
    const top = place.top - 4;
    if (scale.shows(panel.wall)) {
      surface.fill(scale.edge(panel.wall), top, 2, place.laneTop + LANE_HEIGHT + 1 - top, theme.text);
    }
    if (panel.samples > 1) this.spread(panel, place.spreadMiddle);
  }

  spread({ min, max, wall }, middle) {
    const { scale, surface, theme } = this;
    const left = Math.max(scale.left, scale.edge(min));
    const right = Math.min(scale.right, Math.max(scale.edge(min), scale.edge(max)) + 2);
    const cap = (nanos, x) => {
      if (scale.shows(nanos)) surface.fill(x, middle - 4, scale.pixel, 8, theme.spread);
    };
    if (right > left) surface.fill(left, middle - 2, right - left, 4, theme.spread);
    cap(min, left);
    cap(max, right - scale.pixel);
    if (scale.shows(wall)) surface.fill(scale.edge(wall), middle - 4, 2, 8, theme.text);
  }

  guessLine(panel, place) {
    const { scale, surface, theme } = this;
    if (scale.shows(panel.guess)) {
      const x = scale.edge(panel.guess) + scale.pixel / 2;
      const bottom = panel.top + this.comparison.partHeight - 4;
      surface.line(x, place.guessMiddle, x, bottom, 'DASHED', theme.guess);
    }
    paintGuessHandle(surface, theme, scale, panel.guess, place.guessMiddle);
  }

  /** The reference lines through all panels, and their captions below. */
  marks(bottom) {
    const { surface, theme, scale } = this;
    const marks = this.comparison.marks.map((mark) => this.mark(mark));
    const [one, other] = marks;
    const apart = other && one.left < other.right + FOOTER_GAP && other.left < one.right + FOOTER_GAP;
    marks.forEach((mark, index) => {
      const middle = bottom + 4 + ((apart ? index : 0) + 0.5) * FOOTER_LINE;
      if (mark.x <= scale.right) {
        const x = mark.x + this.pixel / 2;
        surface.line(x, this.comparison.view.top, x, middle + 7, 'DASHED', theme[mark.ink]);
      }
      surface.text(mark.words, mark.left, middle + baselineFromMiddle(SMALL), SMALL, 'left', theme[mark.ink]);
    });
  }

  mark({ words, nanos, ink }) {
    const { scale } = this;
    const before = nanos < scale.range.begin;
    const beyond = nanos > scale.range.end;
    const text = before ? `\u2190 ${words}` : beyond ? `${words} \u2192` : words;
    const width = this.fitter.width(text, SMALL);
    const x = beyond ? scale.right + 1 : scale.edge(nanos);
    const atLeft = beyond || x > (scale.left + scale.right) / 2;
    const left = before ? scale.left + FOOTER_GAP : atLeft ? x - FOOTER_GAP - width : x + FOOTER_GAP;
    return { words: text, ink, x: before ? Infinity : x, left, right: left + width };
  }

  texts(panel) {
    const { surface, theme, scale, fitter, comparison } = this;
    if (panel.run < 0) {
      const middle = panel.top + comparison.partHeight / 2;
      const width = fitter.width(panel.placeholder, LABEL);
      surface.fill(scale.left + 6, middle - 8, width + 4, 16, theme.ground);
      surface.text(panel.placeholder, scale.left + 8, middle + baselineFromMiddle(LABEL), LABEL, 'left', theme.quietText);
    }
    if (panel.guess >= scale.range.begin) this.guessLabel(panel, new PanelLayout(comparison, panel).guessMiddle);
  }

  guessLabel({ guess, guessWords }, middle) {
    const { surface, theme, scale, fitter } = this;
    const right = this.comparison.plotRight - 2;
    const beyond = guess > scale.range.end;
    const shown = beyond ? `${guessWords} \u2192` : guessWords;
    const width = fitter.width(shown, GUESS_LABEL);
    const after = beyond ? right - width : scale.x(guess) + 9;
    const left = after + width <= right ? after : Math.max(scale.left + 4, scale.x(guess) - 9 - width);
    surface.fill(left - 2, middle - 7, width + 4, 14, theme.ground);
    surface.text(shown, left, middle + baselineFromMiddle(GUESS_LABEL), GUESS_LABEL, 'left', theme.guess);
  }

  playhead(bottom) {
    const { horizon } = this.frame;
    if (horizon >= this.comparison.reach || !this.scale.shows(horizon)) return;
    const { top } = this.comparison.view;
    paintPlayhead(this.surface, this.theme, this.scale.edge(horizon), top, [[top, bottom]]);
  }
}
