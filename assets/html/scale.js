'use strict';

// Time to pixels. What is thinner than a pixel is merged, in the same way as in Overlap's window.

/** Converts between time and x coordinates. */
class TimeScale {
  constructor(range, left, right, pixel) {
    Object.assign(this, { range, left, right, pixel });
  }

  get unitsPerNano() {
    return (this.right - this.left) / (this.range.end - this.range.begin);
  }

  x(nanos) {
    return this.left + (nanos - this.range.begin) * this.unitsPerNano;
  }

  /** The x of an instant, rounded to the edge of a pixel. */
  edge(nanos) {
    return Math.round(this.x(nanos) / this.pixel) * this.pixel;
  }

  nanos(x) {
    return this.range.begin + Math.floor((x - this.left) / this.unitsPerNano);
  }

  shows(nanos) {
    return nanos >= this.range.begin && nanos <= this.range.end;
  }
}

const SOLID_SHAPES = new Set(['HIGH_BAR', 'LOW_BAR']);
const MIN_ISOLATED_WIDTH = 2;
const MAX_SAMPLED_PHASES = 32;

/** Walks the bars of one task from left to right: at most one per pixel. */
class BarWalk {
  constructor(task, scale, phases, from, until, draws, emit) {
    const begin = Math.max(from, scale.range.begin);
    const limit = Math.min(until, scale.range.end);
    Object.assign(this, { task, scale, phases, from: begin, limit, draws, emit });
    this.cursor = Math.max(scale.left, scale.edge(begin));
    this.solidRight = -Infinity;
  }

  static walk(task, scale, phases, from, until, draws, emit) {
    const walk = new BarWalk(task, scale, phases, from, until, draws, emit);
    if (walk.from < walk.limit && task.end > walk.from) walk.run();
  }

  run() {
    const { task, scale } = this;
    let segment = Math.max(0, task.segmentAt(this.from));
    while (segment < task.size && task.begins[segment] < this.limit) {
      const left = Math.max(this.cursor, scale.edge(task.begins[segment]));
      const right = scale.edge(this.end(segment));
      if (right - left > scale.pixel / 2) {
        this.bar(segment, segment + 1, left, right - left);
        segment++;
      } else {
        segment = this.thin(segment, left);
      }
    }
  }

  /** Several thin ones that share a pixel: the longest one stands for all, work before waiting. */
  thin(segment, column) {
    const { task, scale } = this;
    const next = Math.max(segment + 1, task.segmentAt(scale.nanos(column + scale.pixel / 2)));
    const shown = this.longest(segment, Math.min(next, segment + MAX_SAMPLED_PHASES));
    if (this.isBar(shown) && column < scale.right) this.bar(shown, next, column, scale.pixel);
    return next;
  }

  longest(from, to) {
    let best = from;
    for (let segment = from + 1; segment < to; segment++) {
      const solid = this.isBar(segment);
      if (solid === this.isBar(best) ? this.length(segment) > this.length(best) : solid) best = segment;
    }
    return best;
  }

  isSolid(segment) {
    return SOLID_SHAPES.has(this.phases[this.task.phases[segment]].shape);
  }

  isBar(segment) {
    return this.isSolid(segment) && this.draws(this.task.phases[segment]);
  }

  bar(segment, next, x, width) {
    if (!this.draws(this.task.phases[segment])) {
      this.cursor = x + width;
      return;
    }
    let shown = width;
    if (this.isSolid(segment)) {
      if (width < MIN_ISOLATED_WIDTH && !this.touchesSolid(x, next)) shown = MIN_ISOLATED_WIDTH;
      this.solidRight = x + shown;
    }
    this.cursor = x + shown;
    this.emit(segment, this.task.phases[segment], x, shown);
  }

  touchesSolid(x, next) {
    const { task } = this;
    return x <= this.solidRight
      || (next < task.size
        && task.begins[next] < this.limit
        && this.end(next) > task.begins[next]
        && this.isBar(next));
  }

  end(segment) {
    return Math.min(this.task.endOf(segment), this.limit);
  }

  length(segment) {
    return this.end(segment) - this.task.begins[segment];
  }
}

const MAX_SAMPLED_SLICES = 64;
const MIN_LANE_GAP = 3;

/** Walks the busy slices of a worker from left to right; those of one pixel share it. */
function walkLane(lane, scale, horizon, emit) {
  const limit = Math.min(horizon, scale.range.end);
  const firstEndingAfter = (index, nanos) => {
    const next = Math.max(index + 1, lane.at(nanos));
    return next < lane.size && lane.ends[next] <= nanos ? next + 1 : next;
  };
  const share = (from, to) => {
    const until = Math.min(to, from + MAX_SAMPLED_SLICES);
    let busy = 0;
    for (let index = from; index < until; index++) {
      busy += Math.min(lane.ends[index], limit) - lane.begins[index];
    }
    const pixel = scale.pixel / scale.unitsPerNano;
    const span = until < to ? lane.begins[until] - lane.begins[from] : pixel;
    return Math.min(1, busy / Math.max(1, span));
  };
  let index = Math.max(0, lane.at(scale.range.begin));
  let cursor = scale.left;
  while (index < lane.size && lane.begins[index] < limit) {
    const end = Math.min(lane.ends[index], limit);
    if (end < scale.range.begin) {
      index++;
      continue;
    }
    const left = Math.max(cursor, scale.edge(lane.begins[index]));
    let right = scale.edge(end);
    let next = index + 1;
    let shown = 1;
    if (right - left <= scale.pixel / 2) {
      right = left + scale.pixel;
      next = firstEndingAfter(index, scale.nanos(left + scale.pixel / 2));
      const clear = next >= lane.size || scale.x(lane.begins[next]) >= right + MIN_LANE_GAP;
      shown = left - cursor >= MIN_LANE_GAP && clear ? 1 : share(index, next);
    }
    if (left < scale.right) emit(index, left, right - left, shown);
    cursor = right;
    index = next;
  }
}

/** The outline of a curve of steps: within a pixel, the highest and the last level are kept. */
function stepPath(curve, scale, until, horizon, y) {
  const xs = [];
  const ys = [];
  const add = (x, height) => {
    xs.push(x);
    ys.push(height);
  };
  const step = (x, level) => {
    const to = y(level);
    const last = xs.length - 1;
    if (ys[last] === to) return;
    if (last >= 3 && xs[last] === x && xs[last - 1] === x && xs[last - 2] === x) {
      ys[last - 1] = Math.min(ys[last - 1], to);
      ys[last] = to;
      return;
    }
    if (xs[last] !== x) add(x, ys[last]);
    add(x, to);
  };
  add(scale.left, y(0));
  add(scale.left, y(curve.at(Math.min(horizon, scale.range.begin))));
  let at = lastUpTo(curve.nanos, scale.range.begin - 1) + 1;
  const end = lastUpTo(curve.nanos, Math.min(until, scale.range.end)) + 1;
  while (at < end) {
    const x = scale.edge(curve.nanos[at]);
    const beyond = lastUpTo(curve.nanos, scale.nanos(x + scale.pixel / 2)) + 1;
    const next = Math.min(Math.max(beyond, at + 1), end);
    let peak = 0;
    for (let i = at; i < next; i++) peak = Math.max(peak, curve.levels[i]);
    step(x, peak);
    step(x, curve.levels[next - 1]);
    at = next;
  }
  const right = Math.max(xs[xs.length - 1], Math.min(scale.right, scale.edge(until)));
  add(right, ys[ys.length - 1]);
  add(right, y(0));
  return { xs, ys };
}

const TICK_STEPS = [1, 2, 2.5, 5, 10];

/** The ticks of a time axis, spaced by 1, 2, 2.5 or 5 times a power of ten. */
class Ticks {
  constructor(range, minNanos) {
    this.step = Ticks.step(Math.max(minNanos, 1000));
    this.seconds = range.end >= 2e9 && this.step >= 1e7;
    const unit = this.seconds ? 1e9 : 1e6;
    this.decimals = 0;
    for (let rest = this.step % unit; rest !== 0; rest = (rest * 10) % unit) this.decimals++;
  }

  static step(min) {
    const power = 10 ** Math.floor(Math.log10(min));
    return Math.round(TICK_STEPS.find((step) => step * power >= min * 0.999999) * power);
  }

  first(nanos) {
    return Math.ceil(nanos / this.step) * this.step;
  }

  label(nanos) {
    const value = nanos / (this.seconds ? 1e9 : 1e6);
    return `${decimals(value, nanos === 0 ? 0 : this.decimals)} ${this.seconds ? 's' : 'ms'}`;
  }
}

/** The range of a whole run, or of one that goes on, whose axis grows in steps of a quarter. */
function wholeRange(end, finished) {
  if (finished) return { begin: 0, end: Math.max(1e6, Math.trunc(end)) };
  let reach = 5e8;
  while (reach < Math.trunc(end)) reach *= 1.25;
  return { begin: 0, end: Math.trunc(reach) };
}
