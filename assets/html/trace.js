'use strict';

// A run, read from the data of the page. Times are nanoseconds since time zero.

const OUTCOMES = ['running', 'answered', 'computed', 'done', 'failed', 'cancelled', 'merged'];

/** The index of the last of some rising numbers that is not above a value, or -1. */
function lastUpTo(numbers, value) {
  let low = 0;
  let high = numbers.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle] <= value) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** A task: the phases that it was in, one after another, and how it ended. */
class TaskTrack {
  constructor(index, reader, unit) {
    this.index = index;
    const size = reader.next();
    this.begins = new Float64Array(size);
    this.phases = new Uint8Array(size);
    let at = 0;
    for (let segment = 0; segment < size; segment++) {
      const entry = reader.next();
      at += Math.floor(entry / 16) * unit;
      this.begins[segment] = at;
      this.phases[segment] = entry % 16;
    }
    const last = reader.next();
    this.lastEnd = last === 0 ? Infinity : at + (last - 1) * unit;
    this.worker = reader.next() - 1;
    this.readOutcome(reader);
    this.readRedirects(reader, unit);
  }

  readOutcome(reader) {
    this.outcome = OUTCOMES[reader.next()];
    if (this.outcome === 'answered') {
      this.status = reader.next();
      this.bytes = reader.next();
    } else if (this.outcome === 'failed') {
      this.failure = reader.next();
    }
  }

  /** The instants at which redirects began another exchange, each with the status that caused it. */
  readRedirects(reader, unit) {
    this.redirects = [];
    let at = 0;
    for (let left = reader.next(); left > 0; left--) {
      at += reader.next() * unit;
      this.redirects.push({ at, status: reader.next() });
    }
  }

  get size() {
    return this.begins.length;
  }

  get begin() {
    return this.size === 0 ? -1 : this.begins[0];
  }

  /** When it ended; Infinity if it has not. */
  get end() {
    return this.outcome === 'running' ? Infinity : this.lastEnd;
  }

  endOf(segment) {
    return segment + 1 < this.size ? this.begins[segment + 1] : this.lastEnd;
  }

  segmentAt(nanos) {
    return lastUpTo(this.begins, nanos);
  }

  timeIn(phase, until) {
    let sum = 0;
    for (let segment = 0; segment < this.size; segment++) {
      if (this.phases[segment] === phase) {
        sum += Math.max(0, Math.min(this.endOf(segment), until) - this.begins[segment]);
      }
    }
    return sum;
  }
}

/** A worker: the slices of time in which it was busy, and with which task. */
class WorkerTrack {
  constructor(index, data, unit) {
    this.index = index;
    this.name = data.name;
    this.role = data.role;
    this.startUp = data.startUp ?? null;
    const reader = new NumberReader(data.slices);
    const begins = [];
    const ends = [];
    this.tasks = [];
    let at = 0;
    while (!reader.isAtEnd) {
      at += reader.next() * unit;
      const length = reader.next();
      begins.push(at);
      at += length === 0 ? 0 : (length - 1) * unit;
      ends.push(length === 0 ? Infinity : at);
      this.tasks.push(reader.next() - 1);
    }
    this.begins = Float64Array.from(begins);
    this.ends = Float64Array.from(ends);
  }

  get runsOneTaskAtATime() {
    return this.role !== 'loop';
  }

  get size() {
    return this.begins.length;
  }

  at(nanos) {
    return lastUpTo(this.begins, nanos);
  }

  busyShare(horizon) {
    let sum = 0;
    for (let slice = 0; slice < this.size; slice++) {
      sum += Math.max(0, Math.min(this.ends[slice], horizon) - this.begins[slice]);
    }
    return horizon <= 0 ? 0 : sum / horizon;
  }
}

/** The number of tasks in flight over time. */
class Curve {
  constructor(text, unit) {
    const reader = new NumberReader(text);
    const nanos = [];
    this.levels = [];
    let at = 0;
    while (!reader.isAtEnd) {
      at += reader.next() * unit;
      nanos.push(at);
      this.levels.push(reader.next());
    }
    this.nanos = Float64Array.from(nanos);
  }

  at(instant) {
    const step = lastUpTo(this.nanos, instant);
    return step < 0 ? 0 : this.levels[step];
  }

  peak(until) {
    const last = lastUpTo(this.nanos, until);
    let peak = 0;
    for (let step = 0; step <= last; step++) peak = Math.max(peak, this.levels[step]);
    return peak;
  }

  /** The mean level from time zero to an instant, by what was known at the horizon. */
  mean(until, horizon) {
    const last = lastUpTo(this.nanos, horizon);
    let area = 0;
    for (let step = 0; step <= last; step++) {
      const end = step < last ? this.nanos[step + 1] : until;
      area += this.levels[step] * Math.max(0, Math.min(end, until) - this.nanos[step]);
    }
    return until <= 0 ? 0 : area / until;
  }
}

/** A run: its tasks, workers and what is known of all of it. */
class Run {
  constructor(data, shared) {
    this.data = data;
    this.phases = shared.phases;
    this.names = data.names ?? shared.names ?? [];
    this.horizon = data.horizon;
    this.merged = data.merged ?? null;
    const reader = new NumberReader(data.tasks);
    this.tasks = [];
    while (!reader.isAtEnd) this.tasks.push(new TaskTrack(this.tasks.length, reader, data.unit));
    this.workers = data.workers.map((worker, index) => new WorkerTrack(index, worker, data.unit));
    this.curve = new Curve(data.curve, data.unit);
    this.collects = data.collects ?? null;
  }

  /** When the program had the result of a task in hand; Infinity if it never did. */
  collectedAt(task) {
    const at = this.data.collected[task];
    if (at < 0) return Infinity;
    return this.data.finished ? Math.min(at, this.horizon) : at;
  }

  /** The name of a task without the most common scheme, as it is drawn. */
  name(task) {
    if (this.merged) {
      const first = this.merged[task] + 1;
      const last = this.merged[task + 1];
      return first === last ? `task ${count(first)}` : `tasks ${count(first)}\u2013${count(last)}`;
    }
    return this.wholeName(task).replace(/^(\u200e?)https:\u200e?\/\u200e?\/\u200e?/, '$1');
  }

  wholeName(task) {
    return this.merged ? this.name(task) : this.names[task];
  }

  /** The name of a phase in a legend. */
  words(phase) {
    return this.data.words?.[this.phases[phase].id] ?? this.phases[phase].words;
  }

  /** The figures up to an instant. */
  figures(horizon) {
    if (this.known?.horizon === horizon) return this.known;
    let lastEnd = 0;
    const phases = new Set();
    for (const task of this.tasks) {
      lastEnd = Math.max(lastEnd, Math.min(task.end, horizon));
      const last = task.segmentAt(horizon);
      for (let segment = 0; segment <= last; segment++) {
        if (task.endOf(segment) > task.begins[segment]) phases.add(task.phases[segment]);
      }
    }
    this.known = {
      horizon,
      peak: this.curve.peak(horizon),
      mean: this.curve.mean(lastEnd, horizon),
      phases: [...phases].sort((a, b) => a - b),
      busy: this.workers.map((worker) => worker.busyShare(horizon)),
    };
    return this.known;
  }
}
