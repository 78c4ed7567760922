'use strict';

// The layout of a timeline: legend, axis, rows, captions, in-flight curve, worker lanes.

const LEGEND_LINE = 20;
const AXIS_HEIGHT = 22;
const CAPTION_LINE = 19;
const CURVE = 84;
const MIN_CURVE = 48;
const COMFORTABLE_ROW = 38;
const FEW_ROWS = 12;
const STATUS_WIDTH = 46;
const MIN_LABEL_WIDTH = 96;
const WORKER_LABEL_WIDTH = 130;
const MAX_LABEL_WIDTH = 300;
const MIN_HEIGHT_FOR_CURVE = 240;
const END_TEXT = 104;
const MAX_ROW = 96;
const MIN_ROW = 20;
const BESIDE_NUMBER = 8;
const SWATCH = 15;
const SWATCH_GAP = 6;
const LEGEND_GAP = 16;
const HIGH_LANE = 40;
const LOW_LANE = 22;
const LANE_PAD = 10;
const MAX_LANE_SHARE = 0.34;
const MAX_LANES = 16;

const clamp = (value, min, max) => Math.min(Math.max(value, min), max);

/** The worker lanes below the curve: as many as fit into a third of the drawing. */
function laneLayout(frame, height, roomy) {
  const workers = roomy && !frame.byWorker ? frame.run.workers.length + frame.run.data.moreWorkers : 0;
  const laneHeight = workers <= 2 ? HIGH_LANE : LOW_LANE;
  const available = Math.floor((height * MAX_LANE_SHARE - LANE_PAD) / laneHeight + 1e-9);
  const fitting = Math.min(MAX_LANES, available);
  const shown = workers <= fitting ? workers : Math.max(0, fitting - 1);
  const leftOut = workers - shown;
  const lines = shown + (leftOut > 0 ? 1 : 0);
  const program = roomy && frame.run.collects ? LOW_LANE : 0;
  const used = lines * laneHeight + program;
  const total = used === 0 ? 0 : used + LANE_PAD;
  const top = height - total;
  return { top, height: total, laneHeight, shown, leftOut, program, programTop: top + lines * laneHeight };
}

/**
 * The layout of one drawing, used for painting and for what is under the pointer.
 *
 * A frame is {run, byWorker, horizon, range or null, scroll, selected}.
 */
class Layout {
  constructor(frame, target, fitter) {
    Object.assign(this, { frame, fitter, width: target.width });
    const { run } = frame;
    this.numberWidth = run.data.numbered && !frame.byWorker
      ? Math.ceil(fitter.width(count(run.tasks.length), SMALL)) + BESIDE_NUMBER
      : 0;
    this.labelWidth = this.findLabelWidth();
    this.legend = this.legendItems();
    const legendHeight = 8 + LEGEND_LINE * this.legendLines;
    this.axis = { top: legendHeight, height: AXIS_HEIGHT };
    const axisBottom = legendHeight + AXIS_HEIGHT;
    const roomy = target.height >= MIN_HEIGHT_FOR_CURVE;
    this.lanes = laneLayout(frame, target.height, roomy);
    const captions = CAPTION_LINE * (2 + (run.data.guess ? 1 : 0));
    const aboveLanes = target.height - this.lanes.height;
    const curve = roomy ? this.curveHeight(aboveLanes - captions - axisBottom) : 0;
    this.curve = { top: aboveLanes - curve, height: curve };
    this.captions = { top: this.curve.top - captions, height: captions };
    this.rows = { top: axisBottom, height: Math.max(0, this.captions.top - axisBottom) };
    this.placeRows();
    this.scale = new TimeScale(frame.range ?? this.whole, this.plotLeft, this.plotRight, target.pixel);
  }

  get rowCount() {
    return this.frame.byWorker ? this.frame.run.workers.length : this.frame.run.tasks.length;
  }

  get leftOut() {
    return this.frame.byWorker ? this.frame.run.data.moreWorkers : 0;
  }

  get hasBands() {
    return this.frame.run.merged !== null && !this.frame.byWorker;
  }

  /** Bands of merged tasks are as low as a pixel, so that all are in sight. */
  get minRow() {
    return this.hasBands ? 1 : MIN_ROW;
  }

  placeRows() {
    const lines = this.rowCount + (this.leftOut > 0 ? 1 : 0);
    const share = lines === 0 ? MAX_ROW : this.rows.height / lines;
    this.rowHeight = clamp(this.hasBands ? share : Math.floor(share), this.minRow, MAX_ROW);
    this.maxScroll = Math.max(0, lines * this.rowHeight - this.rows.height);
    this.scroll = clamp(this.frame.scroll, 0, this.maxScroll);
  }

  findLabelWidth() {
    const { frame } = this;
    const wanted = frame.byWorker ? WORKER_LABEL_WIDTH : this.widestName() + this.numberWidth + 6;
    const max = Math.max(MIN_LABEL_WIDTH, Math.min(MAX_LABEL_WIDTH, this.width * 0.28));
    return Math.ceil(clamp(wanted, MIN_LABEL_WIDTH, max));
  }

  /** Of the names about as long as the longest, 64 are measured; once per run. */
  widestName() {
    const { run } = this.frame;
    if (run.widest?.fitter === this.fitter) return run.widest.width;
    const names = run.tasks.map((task) => run.name(task.index));
    const longest = names.reduce((most, name) => Math.max(most, name.length), 0);
    const long = names.filter((name) => name.length >= longest * 0.75).slice(0, 64);
    const width = long.reduce((most, name) => Math.max(most, this.fitter.width(name, LABEL)), 0);
    run.widest = { fitter: this.fitter, width };
    return width;
  }

  legendItems() {
    const above = this.legendBetween(this.plotLeft, this.plotRight);
    return above.every((item) => item.line === 0) ? above : this.legendBetween(PAD, this.plotRight);
  }

  legendBetween(left, right) {
    const { run, horizon } = this.frame;
    let x = left;
    let line = 0;
    const entries = run.figures(horizon).phases.map((phase) => ({ phase, words: run.words(phase) }));
    if (run.collects === 'each' && !this.frame.byWorker) entries.push({ phase: -1, words: run.data.collectWords.notYet });
    return entries.map(({ phase, words }) => {
      const width = SWATCH + SWATCH_GAP + Math.ceil(this.fitter.width(words, SMALL));
      if (x + width > right && x > left) {
        line++;
        x = left;
      }
      const item = { phase, words, x, line, width };
      x += width + LEGEND_GAP;
      return item;
    });
  }

  get legendLines() {
    return this.legend.length === 0 ? 1 : this.legend[this.legend.length - 1].line + 1;
  }

  /** Rows come before the curve: a few that are squeezed or in sight make it lower, large ones higher. */
  curveHeight(available) {
    const rows = this.rowCount;
    const spare = Math.floor(clamp((available - CURVE - rows * MAX_ROW) / 2, 0, CURVE));
    const showsEnough = available - CURVE >= FEW_ROWS * MIN_ROW;
    const least = rows > FEW_ROWS && showsEnough ? CURVE : MIN_CURVE;
    return clamp(available - rows * COMFORTABLE_ROW, least, CURVE) + spare;
  }

  /** The range of the whole run, with room for the text at the end of the bars. */
  get whole() {
    const plot = this.plotRight - this.plotLeft;
    const end = (this.frame.run.data.reach * plot) / (plot - Math.min(END_TEXT, plot / 3));
    return wholeRange(end, this.frame.run.data.finished);
  }

  get statusRight() {
    return PAD + this.labelWidth + STATUS_WIDTH;
  }

  get plotLeft() {
    return this.statusRight + 10;
  }

  get plotRight() {
    return Math.max(this.plotLeft + 1, this.width - PAD);
  }

  get bottom() {
    return this.curve.top + this.curve.height + this.lanes.height;
  }

  rowTop(row) {
    return this.rows.top + row * this.rowHeight - this.scroll;
  }

  rowAt(y) {
    const row = Math.floor((y - this.rows.top + this.scroll) / this.rowHeight);
    const inside = y >= this.rows.top && y < this.rows.top + this.rows.height;
    return inside && row >= 0 && row < this.rowCount ? row : -1;
  }

  laneAt(y) {
    const lane = Math.floor((y - this.lanes.top) / this.lanes.laneHeight);
    return lane >= 0 && lane < this.lanes.shown ? lane : -1;
  }

  /** The height at which every row is as high as asked for. */
  static heightFor(frame, width, rowHeight, fitter) {
    const layout = new Layout(frame, { width, height: 1000, pixel: 1 }, fitter);
    const lines = layout.rowCount + (layout.leftOut > 0 ? 1 : 0);
    const rest = 8 + LEGEND_LINE * layout.legendLines + AXIS_HEIGHT + lines * rowHeight
      + layout.captions.height + CURVE;
    return rest + laneLayout(frame, rest / (1 - MAX_LANE_SHARE), true).height;
  }

  /** What is under a point: {kind, index, part}, or null. */
  hit(x, y) {
    const row = this.rowAt(y);
    if (row >= 0) return this.frame.byWorker ? this.laneHit(row, x) : this.taskHit(row, x);
    const item = this.legend.find((it) => x >= it.x - 8 && x < it.x + it.width + 8
      && Math.floor((y - 8) / LEGEND_LINE) === it.line);
    if (item) return { kind: 'legend', index: item.phase, part: -1 };
    const lane = this.laneAt(y);
    return lane < 0 ? null : this.laneHit(lane, x);
  }

  taskHit(row, x) {
    const { run, horizon } = this.frame;
    let part = -1;
    BarWalk.walk(run.tasks[row], this.scale, run.phases, 0, horizon, () => true, (segment, _, left, width) => {
      if (x >= left && x < left + width) part = segment;
    });
    return { kind: 'task', index: row, part };
  }

  laneHit(lane, x) {
    let part = -1;
    walkLane(this.frame.run.workers[lane], this.scale, this.frame.horizon, (slice, left, width) => {
      if (x >= left && x < left + width) part = slice;
    });
    return { kind: 'worker', index: lane, part };
  }

  /** The task under a point, or -1. */
  taskAt(x, y) {
    const hit = this.hit(x, y);
    if (hit?.kind === 'task') return hit.index;
    return hit?.kind === 'worker' && hit.part >= 0 ? this.frame.run.workers[hit.index].tasks[hit.part] : -1;
  }
}
