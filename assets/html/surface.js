'use strict';

// What painters draw on: a canvas, or a list of what was drawn. Colours are ARGB numbers.

const FAMILY = 'Inter, "Segoe UI", "Helvetica Neue", Arial, sans-serif';
const LABEL = { size: 12.5, bold: false };
const STRONG = { size: 12.5, bold: true };
const SMALL = { size: 11.5, bold: false };
const TINY = { size: 10, bold: false };
const HATCH = 6;
const TINT = 0x50000000;
const DASHES = { SOLID: [], DASHED: [5, 4], DOTTED: [1.5, 4] };
const LINE_WIDTHS = { SOLID: 1, DASHED: 1.2, DOTTED: 1.5 };

function css(argb) {
  const alpha = (argb >>> 24) / 255;
  return `rgba(${(argb >>> 16) & 255},${(argb >>> 8) & 255},${argb & 255},${alpha})`;
}

function font(style) {
  return `${style.bold ? 600 : 400} ${style.size}px ${FAMILY}`;
}

function baselineFromMiddle(style) {
  return Math.round(style.size * 0.36);
}

/** Draws on the context of a canvas. */
class CanvasSurface {
  constructor(context) {
    this.context = context;
    this.hatches = new Map();
  }

  fill(x, y, width, height, argb) {
    this.context.fillStyle = css(argb);
    this.context.fillRect(x, y, width, height);
  }

  outline(x, y, width, height, argb) {
    this.stroke(argb, 'SOLID', 1);
    this.context.strokeRect(x + 0.5, y + 0.5, Math.max(0, width - 1), Math.max(0, height - 1));
  }

  /** Diagonal lines through the whole drawing, of which the rectangle shows its part, so that neighbours join. */
  hatch(x, y, width, height, argb) {
    const { context } = this;
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    this.stroke(argb, 'SOLID', 1.1);
    context.beginPath();
    const first = Math.floor((x + y) / HATCH) * HATCH;
    for (let sum = first; sum <= x + width + y + height + HATCH; sum += HATCH) {
      context.moveTo(sum - y + 1, y - 1);
      context.lineTo(sum - y - height - 1, y + height + 1);
    }
    context.stroke();
    context.restore();
  }

  line(x1, y1, x2, y2, stroke, argb) {
    this.stroke(argb, stroke, LINE_WIDTHS[stroke]);
    this.path([x1, x2], [y1, y2]);
    this.context.stroke();
    this.context.setLineDash([]);
  }

  area(xs, ys, argb) {
    this.context.fillStyle = css(argb);
    this.path(xs, ys);
    this.context.fill();
  }

  polyline(xs, ys, argb) {
    this.stroke(argb, 'SOLID', 1.25);
    this.path(xs, ys);
    this.context.stroke();
  }

  /** Draws a text, narrower than usual if it would not fit into a width for which it was laid out. */
  text(text, x, baseline, style, align, argb, maxWidth) {
    const { context } = this;
    context.font = font(style);
    context.fillStyle = css(argb);
    context.textAlign = align;
    context.fillText(text, x, baseline, maxWidth);
  }

  clip(x, y, width, height) {
    const { context } = this;
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
  }

  unclip() {
    this.context.restore();
  }

  stroke(argb, dashes, width) {
    this.context.strokeStyle = css(argb);
    this.context.lineWidth = width;
    this.context.setLineDash(DASHES[dashes]);
  }

  path(xs, ys) {
    this.context.beginPath();
    for (let i = 0; i < xs.length; i++) this.context.lineTo(xs[i], ys[i]);
  }
}

/** Keeps what is drawn as a list, so that it can be compared. */
class DisplayList {
  constructor() {
    this.list = [];
  }

  fill(x, y, width, height, argb) {
    this.list.push(['fill', x, y, width, height, argb]);
  }

  outline(x, y, width, height, argb) {
    this.list.push(['outline', x, y, width, height, argb]);
  }

  hatch(x, y, width, height, argb) {
    this.list.push(['hatch', x, y, width, height, argb]);
  }

  line(x1, y1, x2, y2, stroke, argb) {
    this.list.push(['line', x1, y1, x2, y2, stroke, argb]);
  }

  area(xs, ys, argb) {
    this.list.push(['area', ...xs, ...ys, argb]);
  }

  polyline(xs, ys, argb) {
    this.list.push(['polyline', ...xs, ...ys, argb]);
  }

  text(text, x, baseline, style, align, argb) {
    this.list.push(['text', text, x, baseline, style.size, style.bold, align, argb]);
  }

  clip(x, y, width, height) {
    this.list.push(['clip', x, y, width, height]);
  }

  unclip() {
    this.list.push(['unclip']);
  }
}

/** Plays a display list that Overlap recorded, in which colours are pairs for light and dark. */
function play(recorded, surface, dark) {
  const colour = (index) => recorded.colours[index][dark ? 1 : 0];
  const style = (index) => recorded.styles[index];
  const half = (numbers) => [numbers.slice(0, numbers.length / 2), numbers.slice(numbers.length / 2)];
  for (const [kind, ink, ...rest] of recorded.list) {
    switch (kind) {
      case 'f': surface.fill(...rest, colour(ink)); break;
      case 'o': surface.outline(...rest, colour(ink)); break;
      case 'h': surface.hatch(...rest, colour(ink)); break;
      case 'l': surface.line(...rest, colour(ink)); break;
      case 'a': surface.area(...half(rest), colour(ink)); break;
      case 'p': surface.polyline(...half(rest), colour(ink)); break;
      default: surface.text(rest[0], rest[1], rest[2], style(rest[3]), rest[4], colour(ink), rest[5]);
    }
  }
}

/** Measures and shortens texts. */
class TextFitter {
  constructor(width) {
    this.measure = width;
    this.cache = new Map();
  }

  width(text, style) {
    const key = `${style.size}${style.bold}${text}`;
    let width = this.cache.get(key);
    if (width === undefined) {
      if (this.cache.size > 5000) this.cache.clear();
      width = this.measure(text, style);
      this.cache.set(key, width);
    }
    return width;
  }

  /** Shortens a text in its middle; empty if not even one letter fits. */
  fit(text, style, available) {
    const room = Math.trunc(available);
    if (this.width(text, style) <= room) return text;
    let low = 0;
    let high = text.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.width(TextFitter.elided(text, middle), style) <= room) low = middle;
      else high = middle - 1;
    }
    return low === 0 ? '' : TextFitter.elided(text, low);
  }

  /** Shortens a name; by which it differs from the names before and after it remains, if there is room. */
  fitBeside(before, name, after, style, available) {
    const room = Math.trunc(available);
    const difference = NameDifference.of(name, before, after);
    if (this.width(name, style) <= room || !difference.isShorter()
        || this.width(difference.cut(0), style) > room) {
      return this.fit(name, style, available);
    }
    let low = 0;
    let high = name.length - (difference.to - difference.from);
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.width(difference.cut(middle), style) <= room) low = middle;
      else high = middle - 1;
    }
    return difference.cut(low);
  }

  static elided(text, letters) {
    const tail = Math.trunc((letters * 2) / 5);
    const start = (index) => TextFitter.codePointStart(text, index);
    return `${text.slice(0, start(letters - tail))}\u2026${text.slice(start(text.length - tail))}`;
  }

  static codePointStart(text, index) {
    const code = text.charCodeAt(index);
    return index > 0 && index < text.length && code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
  }
}

/** By which letters a name differs from the ones beside it, in whole words. */
class NameDifference {
  constructor(name, from, to) {
    Object.assign(this, { name, from, to });
  }

  static of(name, before, after) {
    const one = NameDifference.between(name, before);
    const other = NameDifference.between(name, after);
    return one.to - one.from <= other.to - other.from ? one : other;
  }

  static between(name, other) {
    if (name === other) return new NameDifference(name, 0, name.length);
    const shared = Math.min(name.length, other.length);
    let from = 0;
    while (from < shared && name[from] === other[from]) from++;
    let after = 0;
    while (after < shared - from && name[name.length - 1 - after] === other[other.length - 1 - after]) after++;
    let to = name.length - after;
    const isWord = (index) => /[0-9a-zA-Z\u0080-\uffff]/.test(name[index]);
    while (from > 0 && isWord(from - 1) && (from === name.length || isWord(from))) from--;
    while (to > 0 && to < name.length && isWord(to - 1) && isWord(to)) to++;
    return new NameDifference(name, from, to);
  }

  isShorter() {
    return this.from < this.to && this.to - this.from < this.name.length;
  }

  /** The name with so many of the letters that are the same. */
  cut(letters) {
    const { name, from, to } = this;
    let tail = Math.min(name.length - to, Math.trunc((letters * 2) / 5));
    const head = Math.min(from, letters - tail);
    tail = Math.min(name.length - to, letters - head);
    const headEnd = TextFitter.codePointStart(name, head);
    const tailEnd = TextFitter.codePointStart(name, to + tail);
    return name.slice(0, headEnd) + (headEnd < from ? '\u2026' : '')
      + name.slice(from, tailEnd) + (tailEnd < name.length ? '\u2026' : '');
  }
}

/** Draws phases in their shapes: legible without colour, and only "ready" is hatched. */
class PhaseBrush {
  constructor(surface, theme, phases) {
    Object.assign(this, { surface, theme, phases });
  }

  ink(phase) {
    return this.phases[phase][this.theme.isDark ? 'dark' : 'light'];
  }

  paint(phase, x, middle, width, height) {
    const { surface } = this;
    const ink = this.ink(phase);
    const box = 2 * Math.round(height * 0.2);
    switch (this.phases[phase].shape) {
      case 'HIGH_BAR': this.bar(x, middle, width, height, ink); break;
      case 'LOW_BAR': this.bar(x, middle, width, 2 * Math.round(height * 0.28), ink); break;
      case 'LINE': surface.fill(x, middle - 1, width, 2, ink); break;
      case 'BORDERED_HATCH':
        surface.hatch(x, middle - height / 2, width, height, ink);
        surface.outline(x, middle - height / 2, width, height, ink);
        break;
      case 'EMPTY_BOX': surface.outline(x, middle - box / 2, width, box, ink); break;
      case 'FRAME': this.frame(x, middle - height / 2, width, height, ink); break;
      case 'RAILS': this.rails(x, middle, width, box, ink); break;
      default: surface.line(x, middle, x + width, middle, 'DOTTED', ink);
    }
  }

  bar(x, middle, width, height, ink) {
    this.surface.fill(x, middle - height / 2, width, height, ink);
    if (width >= 4) this.surface.outline(x, middle - height / 2, width, height, this.theme.border(ink));
  }

  frame(x, y, width, height, ink) {
    this.surface.outline(x, y, width, height, ink);
    if (width >= 4) this.surface.outline(x + 1, y + 1, width - 2, height - 2, ink);
  }

  /** Two thin lines, open at both ends. */
  rails(x, middle, width, height, ink) {
    for (const y of [middle - height / 2 + 0.5, middle + height / 2 - 0.5]) {
      this.surface.line(x, y, x + width, y, 'SOLID', ink);
    }
  }

  /** In rows too low for shapes, the fill tells phases apart. */
  paintCompact(phase, x, middle, width, height) {
    const { surface } = this;
    const ink = this.ink(phase);
    switch (this.phases[phase].shape) {
      case 'HIGH_BAR':
      case 'LOW_BAR': surface.fill(x, middle - height / 2, width, height, ink); break;
      case 'BORDERED_HATCH': surface.hatch(x, middle - height / 2, width, height, ink); break;
      case 'FRAME': surface.outline(x, middle - height / 2, width, height, ink); break;
      case 'RAILS': surface.line(x, middle, x + width, middle, 'SOLID', ink); break;
      case 'LINE': surface.fill(x, middle - 0.5, width, 1, ink); break;
      case 'EMPTY_BOX': surface.line(x, middle, x + width, middle, 'DASHED', ink); break;
      default: surface.line(x, middle, x + width, middle, 'DOTTED', ink);
    }
  }

  /** Rows of a few pixels have no room for lines: a tint stands for waiting, a fill for work. */
  paintTint(phase, x, top, width, height) {
    const isWork = SOLID_SHAPES.has(this.phases[phase].shape);
    this.surface.fill(x, top, width, height, isWork ? this.ink(phase) : (this.ink(phase) & 0xffffff) + TINT);
  }
}

/** The colours of a drawing. */
class Theme {
  constructor(colours, isDark) {
    Object.assign(this, colours, { isDark });
  }

  /** The border that keeps a light fill visible on light ground, and a dark one on dark. */
  border(fill) {
    const to = this.isDark ? 255 : 0;
    const share = this.isDark ? 0.25 : 0.4;
    let mixed = 0xff;
    for (const shift of [16, 8, 0]) {
      const from = (fill >>> shift) & 255;
      mixed = mixed * 256 + Math.round(from + (to - from) * share);
    }
    return mixed;
  }
}
