'use strict';

// Numbers and durations, written as Overlap writes them, and the compact numbers of its data.

/** Writes a number with a fixed number of decimals; halves are rounded up, as written in decimal. */
function fixed(value, places) {
  if (Math.abs(value) < 1e-6) return (0).toFixed(places); // would be written with an exponent
  const rounded = Math.round(Number(`${value}e${places}`));
  return Number(`${rounded}e-${places}`).toFixed(places);
}

/** The same, with commas between groups of three. */
function decimals(value, places) {
  return grouped(fixed(value, places));
}

function grouped(digits) {
  return digits.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
}

function count(number, noun) {
  const digits = grouped(String(number));
  return noun ? `${digits} ${noun}${number === 1 ? '' : 's'}` : digits;
}

/** Writes a duration with three digits that count: 0.42 ms, 4.2 ms, 338 ms, 2.33 s, 46 min 17 s. */
function duration(nanos) {
  const millis = nanos / 1e6;
  if (nanos === 0) return '0 ms';
  if (millis < 0.995) return `${decimals(millis, 2)} ms`;
  if (millis < 9.95) return `${decimals(millis, 1)} ms`;
  if (millis < 999.5) return `${Math.round(millis)} ms`;
  if (millis < 119950) return `${decimals(millis / 1000, millis < 9995 ? 2 : 1)} s`;
  const seconds = Math.round(millis / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Writes milliseconds without a unit, for a column. */
function bareMillis(nanos) {
  const millis = nanos / 1e6;
  return decimals(millis, millis > 0 && millis < 9.95 ? 1 : 0);
}

/** Writes an instant precisely enough to tell it from its neighbours. */
function instant(nanos, totalNanos) {
  return totalNanos / 1e6 < 999.5 ? `${fixed(nanos / 1e6, 1)} ms` : `${fixed(nanos / 1e9, 3)} s`;
}

/** Writes the length of a span, and when it was. */
function spanText(begin, end, horizon) {
  const over = end <= horizon;
  const length = duration(Math.max(0, (over ? end : horizon) - begin));
  return over
    ? `${length}, from ${duration(begin)} to ${duration(end)}`
    : `${length} so far, from ${duration(begin)}`;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Reads whole numbers: groups of five bits, the lowest first, each a letter; the sixth bit means "more". */
class NumberReader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  get isAtEnd() {
    return this.at >= this.text.length;
  }

  next() {
    let value = 0;
    for (let factor = 1; ; factor *= 32) {
      const digit = NumberReader.VALUES[this.text.charCodeAt(this.at++)];
      value += (digit & 31) * factor;
      if (digit < 32) return value;
    }
  }
}

NumberReader.VALUES = new Uint8Array(128);
[...DIGITS].forEach((letter, value) => { NumberReader.VALUES[letter.charCodeAt(0)] = value; });
