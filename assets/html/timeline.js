'use strict';

// Paints a run, with the geometry of Overlap's window.

const MIN_BLOCK_NANOS = 15e6;
const MIN_BLOCK_WIDTH = 3;
const MIN_ROW_FOR_REDIRECT_TEXT = 30;
const MIN_LANE_LABEL = 60;
const MIN_LANE_DETAIL = 8;
const MIN_LANE_SHARE = 0.25;
const MIN_LANE_FOR_NAMES = 28;
const MIN_BAND_LABEL_DISTANCE = 28;
const MIN_BAND_FOR_SHAPES = 5;
const CROSS = 3.5;
const OUTCOME_GAP = 7;
const COLLECTED_WIDTH = 2;
const COLLECTED_HEIGHT = 6;
const LANE_GAP = 3;

/** Paints one frame. */
class TimelinePainter {
  constructor(surface, theme, frame, target, fitter) {
    Object.assign(this, { surface, theme, frame, target, fitter, run: frame.run });
    this.layout = new Layout(frame, target, fitter);
    this.scale = this.layout.scale;
    this.brush = new PhaseBrush(surface, theme, frame.run.phases);
    this.barHeight = 2 * Math.round((this.layout.rowHeight * 0.54) / 2);
  }

  static paint(surface, theme, frame, target, fitter) {
    const painter = new TimelinePainter(surface, theme, frame, target, fitter);
    painter.paint();
    return painter.layout;
  }

  paint() {
    const { surface, theme, layout, target } = this;
    surface.fill(0, 0, target.width, target.height, theme.ground);
    this.selection();
    paintAxis(surface, theme, this.fitter, this.scale, layout.axis, layout.bottom, PAD, layout.plotRight - GUESS_HANDLE);
    this.legend();
    this.referenceLines();
    this.playhead();
    this.rows();
    this.curve();
    if (!this.frame.byWorker) this.lanes();
    this.programLane();
  }

  text(text, x, middle, style, align, ink) {
    this.surface.text(text, x, middle + baselineFromMiddle(style), style, align, ink);
  }

  /** A text on ground of its own, so that no line crosses it. */
  gutterText(text, middle, style, ink) {
    const { layout } = this;
    this.text(this.fitter.fit(text, style, layout.statusRight - PAD), PAD, middle, style, 'left', ink);
  }

  /** The rows that show the selected task. */
  selection() {
    const { frame, layout, surface, theme } = this;
    const row = frame.byWorker ? this.run.tasks[frame.selected]?.worker ?? -1 : frame.selected;
    if (frame.selected < 0 || row < 0 || row >= layout.rowCount) return;
    const top = layout.rowTop(row);
    if (top + layout.rowHeight <= layout.rows.top || top >= layout.rows.top + layout.rows.height) return;
    surface.clip(0, layout.rows.top, layout.width, layout.rows.height);
    surface.fill(0, top, layout.width, layout.rowHeight, theme.selected);
    surface.fill(0, top, 3, layout.rowHeight, theme.text);
    surface.unclip();
  }

  legend() {
    for (const item of this.layout.legend) {
      const middle = 8 + LEGEND_LINE / 2 + item.line * LEGEND_LINE;
      if (item.phase >= 0) {
        this.brush.paint(item.phase, item.x, middle, SWATCH, SWATCH);
      } else {
        this.collectedLine(item.x, item.x + SWATCH - COLLECTED_WIDTH, middle + SWATCH / 2);
        this.collectedMark(item.x + SWATCH - COLLECTED_WIDTH, middle + SWATCH / 2);
      }
      this.text(item.words, item.x + SWATCH + SWATCH_GAP, middle, SMALL, 'left', this.theme.quietText);
    }
  }

  /** Reference lines and the guess; all lines first, so that none crosses a caption. */
  referenceLines() {
    const lines = this.run.data.lines.map((line, index) => ({ ...line, row: line.ink === 'guess' ? 2 : index }));
    const { scale, layout, surface, theme } = this;
    const x = (line) => scale.edge(line.nanos) + scale.pixel / 2;
    const middle = (line) => layout.captions.top + (line.row + 0.5) * CAPTION_LINE;
    for (const line of lines) {
      if (line.ink === 'guess') {
        paintGuessHandle(surface, theme, scale, line.nanos, layout.axis.top + layout.axis.height);
      }
    }
    for (const line of lines) {
      if (scale.shows(line.nanos)) {
        surface.line(x(line), layout.rows.top, x(line), middle(line) + 7, 'DASHED', theme[line.ink]);
      }
    }
    for (const line of lines) {
      if (scale.shows(line.nanos)) {
        this.beside(line.words, x(line), middle(line), theme[line.ink]);
      } else if (line.nanos > scale.range.end) {
        this.caption(`${line.words} \u2192`, layout.plotRight, middle(line), theme[line.ink]);
      }
    }
  }

  /** Left of a line, or right of it if there is no room. */
  beside(words, x, middle, ink) {
    const width = this.fitter.width(words, SMALL);
    const left = x - 6 - width >= PAD;
    this.caption(words, left ? x - 6 : Math.min(x + 6 + width, this.layout.width - 2), middle, ink);
  }

  caption(words, right, middle, ink) {
    const width = this.fitter.width(words, SMALL);
    this.surface.fill(right - width - 2, middle - 8, width + 4, 16, this.theme.ground);
    this.text(words, right, middle, SMALL, 'right', ink);
  }

  playhead() {
    const { layout, frame } = this;
    const isReplay = frame.run.data.finished && frame.horizon < frame.run.horizon;
    if (!isReplay || !this.scale.shows(frame.horizon)) return;
    const top = layout.axis.top + layout.axis.height;
    const below = layout.captions.top + layout.captions.height;
    paintPlayhead(this.surface, this.theme, this.scale.edge(frame.horizon), top, [
      [top, layout.captions.top],
      [below, layout.bottom],
    ]);
  }

  rows() {
    const { layout, surface } = this;
    const blocks = this.frame.byWorker ? [] : this.blocks();
    const end = layout.rows.top + layout.rows.height;
    surface.clip(0, layout.rows.top, layout.width, layout.rows.height);
    const first = Math.max(0, Math.floor(layout.scroll / layout.rowHeight));
    for (let row = first; row < layout.rowCount && layout.rowTop(row) < end; row++) {
      if (this.frame.byWorker) this.lane(row, layout.rowTop(row), layout.rowHeight);
      else if (this.run.merged) this.band(this.run.tasks[row], row);
      else this.task(this.run.tasks[row], row, blocks);
    }
    if (layout.leftOut > 0) this.leftOut(layout.rowCount);
    surface.unclip();
    if (layout.rowCount === 0) this.empty();
  }

  leftOut(row) {
    const words = `and ${count(this.layout.leftOut, 'more worker')}, left out`;
    this.text(words, PAD, this.layout.rowTop(row) + this.layout.rowHeight / 2, LABEL, 'left', this.theme.quietText);
  }

  empty() {
    const { layout } = this;
    const words = this.frame.byWorker ? 'No worker has started yet.' : 'There are no tasks in this run.';
    const centre = (layout.plotLeft + layout.plotRight) / 2;
    const line = layout.rows.top + layout.rows.height / 2;
    const width = this.fitter.width(words, LABEL) + 8;
    this.surface.fill(centre - width / 2, line - 10, width, 20, this.theme.ground);
    this.text(words, centre, line, LABEL, 'center', this.theme.quietText);
  }

  task(task, row, blocks) {
    const { layout, scale, frame } = this;
    const middle = Math.round(layout.rowTop(row) + layout.rowHeight / 2);
    this.taskName(task, middle);
    BarWalk.walk(task, scale, this.run.phases, 0, frame.horizon, () => true, (_, phase, x, width) => {
      this.brush.paint(phase, x, middle, width, this.barHeight);
    });
    for (const block of blocks) {
      if (block.worker === task.worker && block.task !== task.index) this.shade(task, block, middle);
    }
    this.redirects(task, middle);
    if (task.end <= frame.horizon) {
      if (this.run.collects === 'each') this.collected(task, middle + this.barHeight / 2);
      this.outcome(task, middle);
    }
  }

  /** How long the task was done before the program had its result: a line at the foot of the row. */
  collected(task, bottom) {
    const { run, scale, frame } = this;
    const at = run.collectedAt(task.index);
    if (at === Infinity && run.data.finished) return;
    const until = Math.min(at, frame.horizon);
    const left = Math.max(scale.left, scale.edge(task.end));
    const right = Math.min(scale.right, scale.edge(until));
    if (right - left >= 1) this.collectedLine(left, right, bottom);
    if (at <= frame.horizon && scale.shows(at)) this.collectedMark(scale.edge(at), bottom);
  }

  collectedLine(left, right, bottom) {
    this.surface.line(left, bottom - 0.5, right, bottom - 0.5, 'DASHED', this.theme.accent);
  }

  collectedMark(x, bottom) {
    this.surface.fill(x, bottom - COLLECTED_HEIGHT, COLLECTED_WIDTH, COLLECTED_HEIGHT, this.theme.accent);
  }

  /** The lane of the program, with a mark where it had a result in hand. */
  programLane() {
    const { run, layout, scale, frame, theme, surface } = this;
    const { program, programTop } = layout.lanes;
    if (program === 0) return;
    const middle = programTop + program / 2;
    const left = Math.max(scale.left, scale.edge(0));
    const right = Math.min(scale.right, scale.edge(frame.horizon));
    if (right > left) surface.fill(left, programTop + program - LANE_GAP, right - left, 1, theme.idle);
    const mark = (at, ink) => {
      const x = scale.edge(at);
      if (x < scale.left || x > scale.right) return;
      surface.fill(x, programTop + LANE_GAP, COLLECTED_WIDTH, program - 2 * LANE_GAP, ink);
    };
    const known = run.tasks.map((task) => run.collectedAt(task.index)).filter((at) => at <= frame.horizon);
    new Set(known).forEach((at) => mark(at, theme.busy));
    const own = frame.selected >= 0 ? run.collectedAt(frame.selected) : Infinity;
    if (own <= frame.horizon) mark(own, theme.accent);
    this.text(run.data.collectWords.program, PAD, middle, SMALL, 'left', theme.text);
    const words = `${count(known.length)} of ${count(run.tasks.length)}`;
    this.text(words, layout.statusRight, middle, SMALL, 'right', theme.quietText);
  }

  taskName(task, middle) {
    const { layout } = this;
    if (layout.numberWidth > 0) {
      const right = PAD + layout.numberWidth - BESIDE_NUMBER;
      this.text(count(task.index + 1), right, middle, SMALL, 'right', this.theme.quietText);
    }
    const left = PAD + layout.numberWidth;
    const nameOf = (index) => (index < 0 || index >= this.run.tasks.length ? '' : this.run.name(index));
    const name = this.fitter.fitBeside(nameOf(task.index - 1), nameOf(task.index), nameOf(task.index + 1), LABEL,
      layout.labelWidth + PAD - left);
    this.text(name, left, middle, LABEL, 'left', this.theme.text);
  }

  /** Several tasks, merged into one row that may be as low as a pixel. */
  band(task, row) {
    const { layout, scale } = this;
    const top = Math.round(layout.rowTop(row));
    const height = Math.round(layout.rowTop(row + 1)) - top;
    const every = Math.ceil(MIN_BAND_LABEL_DISTANCE / layout.rowHeight);
    if (row % every === 0) this.bandName(row, top + Math.max(height / 2, 6), every);
    BarWalk.walk(task, scale, this.run.phases, 0, this.frame.horizon, () => true, (_, phase, x, width) => {
      if (height < MIN_BAND_FOR_SHAPES) this.brush.paintTint(phase, x, top, width, height);
      else this.brush.paintCompact(phase, x, top + (height - 1) / 2, width, height - 1);
    });
  }

  bandName(row, middle, every) {
    const name = every === 1 ? this.run.name(row) : `task ${count(this.run.merged[row] + 1)} \u2026`;
    const shown = this.fitter.fit(name, SMALL, this.layout.statusRight - PAD);
    this.text(shown, PAD, middle, SMALL, 'left', this.theme.quietText);
  }

  /** The steps of a loop that held it long enough to keep others waiting. */
  blocks() {
    const { frame, scale } = this;
    const found = [];
    for (const loop of this.run.workers.filter((worker) => !worker.runsOneTaskAtATime)) {
      walkLane(loop, scale, frame.horizon, (slice, _, width) => {
        const begin = loop.begins[slice];
        const end = Math.min(loop.ends[slice], frame.horizon);
        if (width >= MIN_BLOCK_WIDTH && end - begin >= MIN_BLOCK_NANOS) {
          found.push({ worker: loop.index, task: loop.tasks[slice], begin, end });
        }
      });
    }
    return found;
  }

  /** Tints the part of a task's bars in which another task held its loop. */
  shade(task, block, middle) {
    const { scale, surface, theme, barHeight } = this;
    const edge = (nanos) => clamp(scale.edge(nanos), scale.left, scale.right);
    let from = NaN;
    let to = NaN;
    for (let s = Math.max(0, task.segmentAt(block.begin)); s < task.size && task.begins[s] < block.end; s++) {
      if (this.run.phases[task.phases[s]].endsOnLoop && task.endOf(s) > block.begin) {
        const left = edge(Math.max(task.begins[s], block.begin));
        from = Number.isNaN(from) ? left : from;
        to = edge(Math.min(task.endOf(s), block.end));
      }
    }
    if (!(to - from >= MIN_BLOCK_WIDTH)) return;
    surface.fill(from, middle - barHeight / 2, to - from, barHeight, theme.held);
    surface.fill(from, middle - barHeight / 2 - 2, to - from, 2, theme.warning);
    const who = block.task < 0 ? 'work outside any task' : this.run.name(block.task);
    const words = `loop held by ${who} for ${duration(block.end - block.begin)} (derived)`;
    const width = this.fitter.width(words, TINY) + 6;
    if (width + 8 <= to - from) {
      surface.fill(from + 4, middle - 7, width, 14, theme.ground);
      this.text(words, from + 7, middle, TINY, 'left', theme.text);
    }
  }

  /** Marks where redirects began another exchange; those close together share a text. */
  redirects(task, middle) {
    const { scale, frame, layout, surface, theme, barHeight } = this;
    const top = middle - barHeight / 2;
    let statuses = [];
    let last = 0;
    const words = () => redirectWords(statuses.filter((status) => status > 0));
    const label = () => {
      const text = words();
      const room = last + 3 + this.fitter.width(text, TINY) <= layout.width;
      if (text !== '' && layout.rowHeight >= MIN_ROW_FOR_REDIRECT_TEXT && room) {
        surface.text(text, last + 3, top - 1, TINY, 'left', theme.quietText);
      }
    };
    for (const { at, status } of task.redirects) {
      if (at > frame.horizon || !scale.shows(at)) continue;
      const x = scale.edge(at);
      if (statuses.length > 0 && x > last + 3 + this.fitter.width(words(), TINY) + 3) {
        label();
        statuses = [];
      }
      surface.fill(x - 1, top - 3, 2, barHeight + 6, theme.text);
      last = x;
      statuses.push(status);
    }
    label();
  }

  outcome(task, middle) {
    const { theme } = this;
    const time = duration(task.end - task.begin);
    switch (task.outcome) {
      case 'answered':
        this.status(String(task.status), middle, task.status >= 400 ? theme.warning : theme.quietText);
        this.endText(task, time, middle, theme.text);
        break;
      case 'failed':
        this.status('failed', middle, theme.failure);
        this.failed(task, time, middle);
        break;
      case 'cancelled':
        this.endText(task, 'cancelled', middle, theme.quietText);
        break;
      default:
        this.endText(task, time, middle, theme.text);
    }
  }

  status(text, middle, ink) {
    this.text(text, this.layout.statusRight, middle, SMALL, 'right', ink);
  }

  failed(task, time, middle) {
    if (!this.scale.shows(task.end)) return;
    const x = this.scale.edge(task.end) + OUTCOME_GAP + CROSS;
    for (const shift of [-0.5, 0, 0.5]) {
      const [left, right] = [x + shift - CROSS, x + shift + CROSS];
      this.surface.line(left, middle - CROSS, right, middle + CROSS, 'SOLID', this.theme.failure);
      this.surface.line(left, middle + CROSS, right, middle - CROSS, 'SOLID', this.theme.failure);
    }
    const words = this.run.data.failures[task.failure].words;
    const after = this.onGround(task, words, x + CROSS + 5, middle, STRONG, this.theme.failure);
    this.onGround(task, time, after + 6, middle, SMALL, this.theme.quietText);
  }

  endText(task, text, middle, ink) {
    if (this.scale.shows(task.end)) {
      this.onGround(task, text, this.scale.edge(task.end) + OUTCOME_GAP, middle, STRONG, ink);
    }
  }

  /** Draws a text on ground of its own, if there is room; returns its right edge. */
  onGround(task, text, x, middle, style, ink) {
    const width = this.fitter.width(text, style);
    if (x + width <= this.layout.width - 2) {
      const high = Math.min(16, this.layout.rowHeight);
      const ground = task.index === this.frame.selected ? this.theme.selected : this.theme.ground;
      this.surface.fill(x - 2, middle - high / 2, width + 4, high, ground);
      this.text(text, x, middle, style, 'left', ink);
    }
    return x + width;
  }

  curve() {
    const { layout, surface, theme, frame } = this;
    const { top, height } = layout.curve;
    if (height === 0) return;
    const { peak, mean } = this.run.figures(frame.horizon);
    surface.fill(0, top, layout.width, 1, theme.grid);
    this.gutterText('In flight', top + 20, STRONG, theme.text);
    this.gutterText(`peak ${peak} \u00b7 mean ${fixed(mean, 1)}`, top + 38, SMALL, theme.quietText);
    if (peak === 0) return;
    const y = (level) => Math.round(top + height - 12 - ((height - 24) * level) / peak) + 0.5;
    const until = Math.min(frame.horizon, this.scale.range.end);
    const { xs, ys } = stepPath(this.run.curve, this.scale, until, frame.horizon, y);
    surface.area(xs, ys, theme.accentArea);
    surface.polyline(xs, ys, theme.accent);
  }

  lanes() {
    const { lanes } = this.layout;
    for (let lane = 0; lane < lanes.shown; lane++) {
      this.lane(lane, lanes.top + lane * lanes.laneHeight, lanes.laneHeight);
    }
    if (lanes.leftOut > 0) {
      const middle = lanes.top + (lanes.shown + 0.5) * lanes.laneHeight;
      this.gutterText(`and ${count(lanes.leftOut, 'more worker')}`, middle, SMALL, this.theme.quietText);
    }
  }

  lane(index, top, height) {
    new LanePainter(this, this.run.workers[index], top, height).paint();
  }
}

function redirectWords(statuses) {
  if (statuses.length === 0) return '';
  if (statuses.some((status) => status !== statuses[0])) return count(statuses.length, 'redirect');
  return statuses.length === 1 ? String(statuses[0]) : `${statuses.length} \u00d7 ${statuses[0]}`;
}

/** Paints the lane of a worker, as a strip below the tasks or as a row. */
class LanePainter {
  constructor(timeline, worker, rowTop, rowHeight) {
    Object.assign(this, { timeline, worker });
    const { surface, theme, layout, scale, frame } = timeline;
    Object.assign(this, { surface, theme, layout, scale, horizon: frame.horizon, selected: frame.selected });
    this.asRow = frame.byWorker;
    this.high = !this.asRow && layout.lanes.laneHeight >= HIGH_LANE;
    const gap = this.high ? 7 : 3;
    this.top = rowTop + gap;
    this.height = rowHeight - 2 * gap;
  }

  paint() {
    this.names();
    this.ground();
    if (this.worker.startUp) this.startUp(this.worker.startUp);
    walkLane(this.worker, this.scale, this.horizon, (slice, x, width, share) => {
      const task = this.worker.tasks[slice];
      if (this.worker.runsOneTaskAtATime) this.occupied(task, x, width);
      else this.running(task, x, width, share);
    });
  }

  names() {
    const { timeline, theme, worker, layout } = this;
    const share = timeline.run.figures(this.horizon).busy[worker.index];
    const percent = `${Math.round(Math.min(1, share) * 100)} %`;
    const busy = `${worker.runsOneTaskAtATime ? 'occupied' : 'busy'} ${percent}`;
    const middle = this.top + this.height / 2;
    if (this.high) {
      timeline.gutterText(worker.name, middle - 8, STRONG, theme.text);
      timeline.gutterText(busy, middle + 8, SMALL, theme.quietText);
      return;
    }
    const style = this.asRow ? LABEL : SMALL;
    const beside = (text) => layout.statusRight - PAD - timeline.fitter.width(text, SMALL) - 8;
    const shown = timeline.fitter.width(worker.name, style) <= beside(busy) ? busy : percent;
    const name = timeline.fitter.fit(worker.name, style, beside(shown));
    timeline.text(name, PAD, middle, style, 'left', theme.text);
    timeline.text(shown, layout.statusRight, middle, SMALL, 'right', theme.quietText);
  }

  /** The line that the lane stands on. */
  ground() {
    const left = Math.max(this.scale.left, this.scale.edge(0));
    const right = Math.min(this.scale.right, this.scale.edge(this.horizon));
    if (right > left) this.surface.fill(left, this.top + this.height, right - left, 1, this.theme.idle);
  }

  /** The start of a worker process: a broken border, since it executes no task yet. */
  startUp([begin, end]) {
    if (begin >= this.horizon) return;
    const until = Math.min(this.horizon, end ?? Infinity);
    const left = Math.max(this.scale.left, this.scale.edge(begin));
    const right = Math.min(this.scale.right, this.scale.edge(until));
    if (right <= left) return;
    this.brokenBorder(left, right);
    const words = `start-up ${duration(Math.max(0, until - begin))}`;
    const width = this.timeline.fitter.width(words, TINY) + 6;
    if (width + 6 < right - left) {
      this.surface.fill(left + 3, this.top + this.height / 2 - 7, width, 14, this.theme.ground);
      this.timeline.text(words, left + 6, this.top + this.height / 2, TINY, 'left', this.theme.text);
    }
  }

  brokenBorder(left, right) {
    const xs = [left + 0.5, right - 0.5];
    const ys = [this.top + 0.5, this.top + this.height - 0.5];
    for (const side of [0, 1]) {
      this.surface.line(xs[0], ys[side], xs[1], ys[side], 'DASHED', this.theme.warning);
      this.surface.line(xs[side], ys[0], xs[side], ys[1], 'DASHED', this.theme.warning);
    }
  }

  running(task, x, width, share) {
    const { surface, theme, top, height } = this;
    const isSelected = task >= 0 && task === this.selected;
    const high = Math.round(height * Math.max(MIN_LANE_SHARE, share));
    surface.fill(x, top + height - high, width, high, isSelected ? theme.accent : theme.busy);
    if (width >= MIN_LANE_DETAIL) surface.fill(x, top, 1, height, theme.ground);
    this.label(task, x, width, top + height / 2, theme.onBusy);
    if (isSelected && width >= 3) this.resumeMarks(x, x + width);
  }

  /** Marks where the selected task resumed and suspended on the loop. */
  resumeMarks(resumed, suspended) {
    const { surface, theme, top } = this;
    const bottom = top + this.height;
    surface.area([resumed - 3.5, resumed + 3.5, resumed], [bottom + 2, bottom + 2, bottom - 3.5], theme.accent);
    surface.area([suspended - 3.5, suspended + 3.5, suspended], [top - 2, top - 2, top + 3.5], theme.accent);
  }

  occupied(task, x, width) {
    const { surface, theme, top, height } = this;
    surface.fill(x, top, width, height, theme.occupied);
    if (task >= 0 && width >= MIN_LANE_DETAIL && !this.timeline.run.merged) this.phases(task, x, x + width);
    if (width >= MIN_LANE_DETAIL) surface.fill(x, top, this.scale.pixel, height, theme.busy);
    if (!this.asRow) this.label(task, x, width, top + height / 2 - height / 8, theme.text);
    else if (height >= MIN_LANE_FOR_NAMES) this.label(task, x, width, top + 7, theme.text);
    if (task >= 0 && task === this.selected) surface.outline(x, top, width, height, theme.accent);
  }

  /** What the task of a slice was doing: as a row in full, in the strip only what kept its worker busy. */
  phases(task, sliceLeft, sliceRight) {
    const { run } = this.timeline;
    BarWalk.walk(run.tasks[task], this.scale, run.phases, 0, this.horizon, () => true, (_, phase, x, width) => {
      const left = Math.max(x, sliceLeft);
      const right = Math.min(x + width, sliceRight);
      if (right <= left) return;
      if (this.asRow) {
        this.phase(phase, left, right - left);
      } else if (run.phases[phase].keepsWorkerBusy) {
        const base = Math.round(this.height / 4);
        this.surface.fill(left, this.top + this.height - base, right - left, base, this.theme.busy);
      }
    });
  }

  phase(phase, x, width) {
    const named = this.height >= MIN_LANE_FOR_NAMES;
    const barHeight = 2 * Math.floor((named ? this.height - 16 : this.height - 4) / 2);
    const middle = named ? this.top + 14 + barHeight / 2 : Math.round(this.top + this.height / 2);
    this.timeline.brush.paint(phase, x, middle, width, barHeight);
  }

  label(task, x, width, middle, ink) {
    if (task < 0 || width < MIN_LANE_DETAIL) return;
    const { fitter, run } = this.timeline;
    const name = run.name(task);
    if (width < MIN_LANE_LABEL && fitter.width(name, TINY) > width - 8) return;
    this.timeline.text(fitter.fit(name, TINY, width - 8), x + 5, middle, TINY, 'left', ink);
  }
}
