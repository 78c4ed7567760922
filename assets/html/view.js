'use strict';

// What is on the screen: which run, which part of it, up to which instant. Nothing here draws.

const MIN_RANGE_NANOS = 1e4;

class View {
  constructor(data) {
    this.data = data;
    this.runs = data.runs.map((run, index) => new Run(run, index === 0 ? data : { ...data, names: data.runs[0].names }));
    this.comparison = data.comparison ?? null;
    this.show(this.comparison ? -1 : 0);
    this.byWorker = false;
  }

  /** Shows a run, or with -1 the comparison. */
  show(index) {
    this.index = index;
    this.range = null;
    this.scroll = 0;
    this.selected = -1;
    this.playing = false;
    this.horizon = this.end;
  }

  get run() {
    return this.index < 0 ? null : this.runs[this.index];
  }

  /** The last instant. */
  get end() {
    return this.run ? this.run.horizon : this.comparison.reach;
  }

  /** Whether there is a time axis: the chart of numbers of workers has none. */
  get hasTime() {
    return this.run !== null || this.comparison.panels !== null;
  }

  seek(nanos) {
    this.horizon = clamp(nanos, 0, this.end);
  }

  /** All instants at which something begins or ends. */
  get changes() {
    if (this.changesOf !== this.index) {
      const instants = new Set([0, this.end]);
      for (const run of this.run ? [this.run] : this.runs) {
        for (const task of run.tasks) {
          task.begins.forEach((begin) => instants.add(begin));
          if (task.end <= run.horizon) instants.add(task.end);
        }
      }
      this.sorted = Float64Array.from(instants).sort();
      this.changesOf = this.index;
    }
    return this.sorted;
  }

  /** Moves to the next change, or the one before, that is a pixel or more away. */
  step(forwards, pixelNanos) {
    const { changes } = this;
    const at = forwards
      ? lastUpTo(changes, this.horizon + pixelNanos) + 1
      : lastUpTo(changes, this.horizon - pixelNanos);
    this.playing = false;
    this.seek(changes[clamp(at, 0, changes.length - 1)]);
  }

  zoom(factor, around, whole) {
    const range = this.range ?? whole;
    const length = range.end - range.begin;
    const bounded = Math.max(factor, MIN_RANGE_NANOS / length);
    const begin = around - Math.trunc((around - range.begin) * bounded);
    this.setRange({ begin, end: begin + Math.max(1, Math.trunc(length * bounded)) }, whole);
  }

  move(nanos, whole) {
    const range = this.range ?? whole;
    this.setRange({ begin: range.begin + nanos, end: range.end + nanos }, whole);
  }

  setRange(range, whole) {
    const length = range.end - range.begin;
    if (length >= whole.end - whole.begin) {
      this.range = null;
      return;
    }
    const begin = Math.round(clamp(range.begin, whole.begin, whole.end - length));
    this.range = { begin, end: begin + Math.round(length) };
  }
}
