'use strict';

// The time axis, and what stands on it: reference lines, guesses, the playhead.

const PAD = 12;
const MIN_TICK_DISTANCE = 88;
const GUESS_HANDLE = 6;

/** Draws the labels of an axis in a strip, and lines through the plot below it. */
function paintAxis(surface, theme, fitter, scale, strip, bottom, from, to) {
  const ticks = new Ticks(scale.range, MIN_TICK_DISTANCE / scale.unitsPerNano);
  const half = Math.floor(ticks.step / 2);
  const first = ticks.first(scale.range.begin);
  const top = strip.top + strip.height;
  const line = (at, ink) => {
    if (scale.shows(at)) surface.fill(scale.edge(at), top, scale.pixel, bottom - top, ink);
  };
  for (let at = first - half; at <= scale.range.end; at += half * 2) {
    line(at, theme.faintGrid);
    line(at + half, theme.grid);
  }
  let free = from;
  const baseline = strip.top + strip.height / 2 + 1 + baselineFromMiddle(SMALL);
  for (let at = first; at <= scale.range.end; at += half * 2) {
    const text = ticks.label(at);
    const reach = fitter.width(text, SMALL) / 2;
    const x = scale.x(at);
    if (x - reach >= free && x + reach <= to) {
      surface.text(text, x, baseline, SMALL, 'center', theme.quietText);
      free = x + reach + 8;
    }
  }
}

/** Draws the handle of a guess, a triangle on the axis. */
function paintGuessHandle(surface, theme, scale, nanos, top) {
  if (!scale.shows(nanos)) return;
  const x = scale.edge(nanos) + scale.pixel / 2;
  surface.area(
    [x - GUESS_HANDLE, x + GUESS_HANDLE, x],
    [top - GUESS_HANDLE, top - GUESS_HANDLE, top + 3],
    theme.guess,
  );
}

/** Draws the playhead as a triangle at the top, and a line through the given spans. */
function paintPlayhead(surface, theme, x, top, spans) {
  for (const [from, to] of spans) surface.fill(x, from, 2, to - from, theme.accent);
  surface.area([x - 5, x + 5, x], [top - 6, top - 6, top + 2], theme.accent);
}
