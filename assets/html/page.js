'use strict';

// The page: its controls, the pointer, the keyboard, the replay and printing.

const PACES = [0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 50];
const SLOW_BELOW_NANOS = 2e9;
const CLICK_DISTANCE = 4;
const CALM_STEP_MILLIS = 250;
const PRINTED_WIDTH = 1120;
const MERGED_HEIGHT = 400;
const MAX_PRINTED_ROWS = 200;

const byId = (id) => document.getElementById(id);

class Page {
  constructor(data) {
    this.view = new View(data);
    this.themes = { light: new Theme(data.themes.light, false), dark: new Theme(data.themes.dark, true) };
    this.canvas = byId('canvas');
    this.context = this.canvas.getContext('2d');
    this.fitter = new TextFitter((text, style) => {
      this.context.font = font(style);
      return this.context.measureText(text).width;
    });
    this.prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
    this.prefersCalm = window.matchMedia('(prefers-reduced-motion: reduce)');
    this.printing = false;
    this.pace = this.view.end < SLOW_BELOW_NANOS ? 0.25 : 1;
    this.fillControls();
    this.listen();
    byId('chart').hidden = false;
    byId('keys').hidden = false;
    this.shown();
  }

  get isDark() {
    const chosen = document.documentElement.dataset.theme;
    return !this.printing && (chosen ? chosen === 'dark' : this.prefersDark.matches);
  }

  get theme() {
    return this.isDark ? this.themes.dark : this.themes.light;
  }

  fillControls() {
    const shown = byId('shown');
    if (this.view.comparison) {
      shown.append(new Option(this.view.comparison.title, '-1'));
      byId('shown-label').hidden = false;
    }
    this.view.runs.forEach((run, index) => shown.append(new Option(run.data.title, String(index))));
    for (const pace of PACES) byId('pace').append(new Option(`${pace} \u00d7`, String(pace)));
    byId('pace').value = String(this.pace);
  }

  // ---- what is drawn

  /** The part of a timeline; its width follows the window, its height the rows. */
  get frame() {
    const { run, byWorker, horizon, range, scroll, selected } = this.view;
    return { run, byWorker, horizon, range, scroll, selected };
  }

  get target() {
    const { comparison, run } = this.view;
    if (!run) return this.comparisonTarget(comparison);
    const width = this.printing ? PRINTED_WIDTH : Math.max(320, byId('scroller').clientWidth);
    const rows = this.view.byWorker ? run.workers.length : run.tasks.length;
    const natural = Layout.heightFor(this.frame, width, this.rowHeight(run, rows), this.fitter);
    const max = this.printing ? Infinity : Math.max(420, window.innerHeight - 140);
    return { width, height: Math.ceil(clamp(natural, 300, max)), scale: 1, pixel: 1 / this.density };
  }

  rowHeight(run, rows) {
    if (run.merged && !this.view.byWorker) return Math.max(1, MERGED_HEIGHT / rows);
    if (this.printing) return rows > MAX_PRINTED_ROWS ? (MIN_ROW * MAX_PRINTED_ROWS) / rows : rows > 30 ? MIN_ROW : 30;
    return rows <= FEW_ROWS ? COMFORTABLE_ROW : rows <= 30 ? 30 : 24;
  }

  /** A comparison has one width, in which Overlap laid it out; it is scaled to the window. */
  comparisonTarget({ width, height }) {
    const room = this.printing ? PRINTED_WIDTH : Math.max(720, byId('scroller').clientWidth);
    const scale = clamp(room / width, 0.5, 1.6);
    return { width, height, scale, pixel: 1 / (this.density * scale) };
  }

  get density() {
    return this.printing ? 3 : window.devicePixelRatio || 1;
  }

  /** Draws in the next frame of the browser, once for all that has changed. */
  draw() {
    if (this.pending) return;
    this.pending = true;
    requestAnimationFrame((now) => {
      this.pending = false;
      this.tick(now);
      this.drawNow();
    });
  }

  drawNow() {
    const target = this.target;
    this.drawn = target;
    this.size(target);
    this.context.setTransform(1 / target.pixel, 0, 0, 1 / target.pixel, 0, 0);
    const surface = new CanvasSurface(this.context);
    const { run, comparison } = this.view;
    if (run) this.layout = TimelinePainter.paint(surface, this.theme, this.frame, target, this.fitter);
    else if (comparison.panels) this.paintComparison(surface, target);
    else play(comparison.frame, surface, this.isDark);
    if (run) this.view.scroll = this.layout.scroll;
    this.describe();
  }

  paintComparison(surface, target) {
    const { comparison, runs, horizon, range, selected } = this.view;
    const painter = new ComparisonPainter(surface, this.theme, { comparison, runs, horizon, range }, target.pixel, this.fitter);
    painter.paint();
    if (selected >= 0) {
      const { top } = comparison.panels[selected];
      surface.outline(1, top + 1, target.width - 2, comparison.partHeight - 2, this.theme.accent);
    }
    this.layout = { scale: painter.scale, whole: comparison.range, axis: { top: comparison.view.top - 24, height: 24 } };
  }

  size({ width, height, scale, pixel }) {
    const { canvas } = this;
    const across = Math.round(width / pixel);
    const down = Math.round(height / pixel);
    if (canvas.width !== across || canvas.height !== down) {
      canvas.width = across;
      canvas.height = down;
      canvas.style.width = `${width * scale}px`;
      canvas.style.height = `${height * scale}px`;
    }
  }

  /** Everything beside the canvas. */
  describe() {
    const { view } = this;
    const atEnd = view.horizon >= view.end;
    byId('playhead').value = view.end === 0 ? 0 : Math.round((view.horizon / view.end) * 1000);
    byId('playhead').setAttribute('aria-valuetext', instant(view.horizon, view.end));
    byId('time').textContent = view.hasTime ? instant(view.horizon, view.end) : '';
    byId('play').textContent = view.playing ? 'Pause' : atEnd ? 'Replay' : 'Play';
    byId('theme').textContent = this.isDark ? 'Light' : 'Dark';
    byId('by-task').setAttribute('aria-pressed', String(!view.byWorker));
    byId('by-worker').setAttribute('aria-pressed', String(view.byWorker));
    this.describeSelection();
  }

  describeSelection() {
    const { run, selected, horizon } = this.view;
    const key = `${this.view.index} ${selected} ${this.view.playing || horizon} ${this.isDark}`;
    if (this.described === key) return;
    this.described = key;
    const box = byId('details');
    const isTask = run !== null && selected >= 0 && !run.merged;
    box.hidden = !isTask;
    if (isTask) box.replaceChildren(...detailElements(run, run.tasks[selected], horizon, this.isDark));
    this.fillTable();
  }

  fillTable() {
    const { run, horizon } = this.view;
    const box = byId('table');
    if (run && box.open) box.lastElementChild.replaceChildren(taskTable(run, horizon));
  }

  /** After another run, or the comparison, is shown. */
  shown() {
    const { view, canvas } = this;
    byId('shown').value = String(view.index);
    byId('views').hidden = view.run === null;
    byId('table').hidden = view.run === null;
    for (const control of document.querySelectorAll('.timed')) control.hidden = !view.hasTime;
    canvas.setAttribute('aria-label', view.run ? view.run.data.alternative : view.comparison.alternative);
    const merged = view.run?.data.mergedWords ?? '';
    byId('merged').hidden = merged === '';
    byId('merged').textContent = merged;
    this.tip(null);
    this.draw();
  }

  show(index) {
    this.view.show(index);
    this.shown();
  }

  // ---- replay

  togglePlay() {
    const { view } = this;
    if (!view.hasTime) return;
    if (!view.playing && view.horizon >= view.end) view.seek(0);
    view.playing = !view.playing;
    this.last = undefined;
    this.draw();
  }

  /** Moves the playhead by the time that has passed; with reduced motion in few steps. */
  tick(now) {
    const { view } = this;
    if (!view.playing) return;
    const passed = this.last === undefined ? 0 : now - this.last;
    if (this.last === undefined || passed >= (this.prefersCalm.matches ? CALM_STEP_MILLIS : 0)) {
      view.seek(view.horizon + passed * 1e6 * this.pace);
      this.last = now;
    }
    view.playing = view.horizon < view.end;
    if (view.playing) this.draw();
  }

  step(forwards) {
    if (!this.view.hasTime) return;
    this.view.step(forwards, 1 / this.layout.scale.unitsPerNano);
    this.draw();
  }

  seek(nanos) {
    this.view.playing = false;
    this.view.seek(nanos);
    this.draw();
  }

  // ---- zoom

  zoom(factor, around) {
    if (!this.view.hasTime) return;
    const { range } = this.layout.scale;
    this.view.zoom(factor, around ?? (range.begin + range.end) / 2, this.layout.whole);
    this.draw();
  }

  move(share) {
    if (!this.view.hasTime) return;
    const { range } = this.layout.scale;
    this.view.move(Math.round((range.end - range.begin) * share), this.layout.whole);
    this.draw();
  }

  /** Shows the selected task, or everything. */
  fit() {
    const { view } = this;
    const task = view.run && !view.run.merged && view.selected >= 0 ? view.run.tasks[view.selected] : null;
    if (task && view.range === null && this.layout) {
      const start = [...task.phases].findIndex((phase) => view.run.phases[phase].isWork);
      const begin = start < 0 ? task.begin : task.begins[start];
      const length = Math.max(1000, Math.min(task.end, view.horizon) - begin);
      const plot = this.layout.plotRight - this.layout.plotLeft;
      const end = begin + length * 1.05;
      view.setRange({ begin: begin - length / 20, end: end + length * Math.min(0.5, END_TEXT / plot) }, this.layout.whole);
    } else {
      view.range = null;
    }
    this.draw();
  }

  // ---- selection

  select(index) {
    const { view } = this;
    const size = view.run ? view.run.tasks.length : view.comparison.panels?.length ?? 0;
    view.selected = size === 0 ? -1 : clamp(index, -1, size - 1);
    if (view.run && view.selected >= 0 && !view.byWorker) this.reveal(view.selected);
    this.draw();
  }

  reveal(row) {
    const { layout, view } = this;
    if (!layout) return; // nothing has been drawn yet, so nothing is out of sight
    const top = row * layout.rowHeight;
    view.scroll = clamp(view.scroll, top + layout.rowHeight - layout.rows.height, top);
  }

  setRows(byWorker) {
    this.view.byWorker = byWorker;
    this.view.scroll = 0;
    this.draw();
  }

  /** Takes back one thing after another. */
  escape() {
    const { view } = this;
    if (view.playing) view.playing = false;
    else if (view.selected >= 0) view.selected = -1;
    else if (view.range !== null) view.range = null;
    else if (view.horizon < view.end) view.seek(view.end);
    else if (view.run && view.comparison) this.show(-1);
    this.draw();
  }

  // ---- events

  listen() {
    const click = (id, action) => byId(id).addEventListener('click', action);
    click('play', () => this.togglePlay());
    click('back', () => this.step(false));
    click('forth', () => this.step(true));
    click('in', () => this.zoom(1 / 1.5));
    click('out', () => this.zoom(1.5));
    click('fit', () => this.fit());
    click('by-task', () => this.setRows(false));
    click('by-worker', () => this.setRows(true));
    click('theme', () => this.switchTheme());
    byId('shown').addEventListener('change', (event) => this.show(Number(event.target.value)));
    byId('pace').addEventListener('change', (event) => { this.pace = Number(event.target.value); });
    byId('playhead').addEventListener('input', (event) => this.seek((event.target.value / 1000) * this.view.end));
    byId('table').addEventListener('toggle', () => this.fillTable());
    document.addEventListener('keydown', (event) => this.key(event));
    this.listenToPointer();
    this.prefersDark.addEventListener('change', () => this.draw());
    new ResizeObserver(() => this.draw()).observe(byId('scroller'));
    window.addEventListener('resize', () => this.draw());
    window.addEventListener('beforeprint', () => this.print(true));
    window.addEventListener('afterprint', () => this.print(false));
  }

  listenToPointer() {
    const { canvas } = this;
    canvas.addEventListener('pointerdown', (event) => this.press(event));
    canvas.addEventListener('pointermove', (event) => this.drag(event));
    canvas.addEventListener('pointerup', (event) => this.release(event));
    canvas.addEventListener('pointercancel', () => { this.pressed = null; });
    canvas.addEventListener('pointerleave', () => this.tip(null));
    canvas.addEventListener('dblclick', () => this.fit());
    canvas.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
  }

  /** The place of an event in units of the drawing. */
  place(event) {
    const box = this.canvas.getBoundingClientRect();
    return { x: (event.clientX - box.left) / this.drawn.scale, y: (event.clientY - box.top) / this.drawn.scale };
  }

  press(event) {
    if (event.button !== 0 || !this.view.hasTime) return;
    const { x, y } = this.place(event);
    const { axis } = this.layout;
    const onAxis = y >= axis.top && y < axis.top + axis.height;
    this.pressed = { x, y, onAxis, range: this.layout.scale.range, scroll: this.view.scroll, moved: false };
    this.canvas.setPointerCapture(event.pointerId);
    if (onAxis) this.seek(this.layout.scale.nanos(x));
  }

  drag(event) {
    const { x, y } = this.place(event);
    const { pressed } = this;
    if (!pressed) {
      this.hover(x, y, event);
      return;
    }
    if (pressed.onAxis) {
      this.seek(this.layout.scale.nanos(x));
      return;
    }
    pressed.moved ||= Math.hypot(x - pressed.x, y - pressed.y) > CLICK_DISTANCE;
    if (!pressed.moved) return;
    this.canvas.classList.add('dragging');
    const { range } = pressed;
    const nanos = Math.round((pressed.x - x) / this.layout.scale.unitsPerNano);
    if (this.view.range) this.view.setRange({ begin: range.begin + nanos, end: range.end + nanos }, this.layout.whole);
    this.view.scroll = pressed.scroll + pressed.y - y;
    this.draw();
  }

  release(event) {
    this.canvas.classList.remove('dragging');
    const { pressed } = this;
    this.pressed = null;
    const { x, y } = this.place(event);
    if (!this.view.hasTime) this.open(this.variantAt(x, y));
    else if (pressed && !pressed.moved && !pressed.onAxis) this.click(x, y);
  }

  click(x, y) {
    if (this.view.run) this.select(this.layout.taskAt(x, y));
    else this.open(this.variantAt(x, y));
  }

  /** The run of a model or number of workers under a point, or -1. */
  variantAt(x, y) {
    const { panels, points, partHeight } = this.view.comparison;
    const panel = panels?.find((it) => y >= it.top && y < it.top + partHeight);
    if (panel) return panel.run;
    return points?.find((point) => Math.abs(point.x - x) < 26)?.run ?? -1;
  }

  open(index) {
    if (index >= 0) this.show(index);
  }

  hover(x, y, event) {
    const { view } = this;
    if (view.run) {
      this.tip(tipLines(view.run, this.layout.hit(x, y), view.horizon, this.isDark), event);
      return;
    }
    const index = this.variantAt(x, y);
    this.canvas.style.cursor = index >= 0 ? 'pointer' : '';
    this.tip(index < 0 ? null : [element('strong', view.runs[index].data.title), element('p', 'Click to open its run.')], event);
  }

  tip(lines, event) {
    const box = byId('tip');
    box.hidden = lines === null;
    if (lines === null) return;
    box.replaceChildren(...lines);
    const left = Math.min(event.clientX + 14, window.innerWidth - box.offsetWidth - 8);
    const below = event.clientY + 18;
    const fits = below + box.offsetHeight < window.innerHeight;
    box.style.left = `${Math.max(4, left)}px`;
    box.style.top = `${fits ? below : Math.max(4, event.clientY - box.offsetHeight - 10)}px`;
  }

  /** With Ctrl it zooms, with Shift it moves; alone it scrolls the rows, and at their end the page. */
  wheel(event) {
    if (!this.view.hasTime) return;
    const { x } = this.place(event);
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (event.ctrlKey) {
      this.zoom(1.002 ** event.deltaY, this.layout.scale.nanos(x));
    } else if (sideways !== 0 && this.view.range) {
      this.move(sideways / 1000);
    } else if (!this.scrollRows(event.deltaY)) {
      return;
    }
    event.preventDefault();
  }

  scrollRows(by) {
    const max = this.layout.maxScroll ?? 0;
    const to = clamp(this.view.scroll + by, 0, max);
    if (to === this.view.scroll) return false;
    this.view.scroll = to;
    this.draw();
    return true;
  }

  key(event) {
    const { tagName, type } = event.target;
    const ownKeys = tagName === 'SELECT' || (tagName === 'INPUT' && event.key.startsWith('Arrow'));
    const presses = event.key === ' ' && /BUTTON|SUMMARY/.test(tagName);
    if (event.ctrlKey || event.metaKey || event.altKey || ownKeys || presses || type === 'text') return;
    const action = Page.KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const onlyOnChart = /^(Arrow(Up|Down)|Enter|Home|End)$/.test(event.key) && event.target !== this.canvas;
    if (action && !onlyOnChart) {
      action(this);
      event.preventDefault();
    }
  }

  switchTheme() {
    document.documentElement.dataset.theme = this.isDark ? 'light' : 'dark';
    this.draw();
  }

  /** A printed page is light, and has all rows. */
  print(begins) {
    this.printing = begins;
    byId('about').open = begins || byId('about').open;
    this.drawNow();
  }
}

Page.KEYS = {
  ' ': (page) => page.togglePlay(),
  ',': (page) => page.step(false),
  '.': (page) => page.step(true),
  Home: (page) => page.seek(0),
  End: (page) => page.seek(page.view.end),
  '+': (page) => page.zoom(1 / 1.5),
  '=': (page) => page.zoom(1 / 1.5),
  w: (page) => page.zoom(1 / 1.5),
  '-': (page) => page.zoom(1.5),
  s: (page) => page.zoom(1.5),
  a: (page) => page.move(-0.1),
  d: (page) => page.move(0.1),
  ArrowLeft: (page) => page.move(-0.1),
  ArrowRight: (page) => page.move(0.1),
  ArrowUp: (page) => page.select(Math.max(0, page.view.selected - 1)),
  ArrowDown: (page) => page.select(page.view.selected + 1),
  Enter: (page) => { if (!page.view.run) page.open(page.view.comparison.panels?.[page.view.selected]?.run ?? -1); },
  f: (page) => page.fit(),
  v: (page) => { if (page.view.run) page.setRows(!page.view.byWorker); },
  Escape: (page) => page.escape(),
};

const page = new Page(JSON.parse(byId('data').textContent));
