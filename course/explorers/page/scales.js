// Where things are, in CSS pixels: how large panels are, where axes lie, where numbers belong.

import LOOK from "./look.json" with { type: "json" };

export const clamped = (value, low, high) => Math.max(low, Math.min(high, value));

/**
 * How many panels stand side by side in a row of `width`, how large each one is drawn, and how many
 * times as large it is shown: as many as `letters` are larger than usual, if there is room for it.
 */
export function sizes(width, plots, boards, letters = 1) {
  const { least, most, lowest, highest, share, board } = LOOK.plot;
  const zoom = Math.min(letters, Math.max(1, width / least));
  const gap = LOOK.plot.gap / zoom;
  const row = width / zoom;
  const fitting = (room) => clamped(Math.floor((room + gap) / (least + gap)), 1, plots);
  // A table stands beside the pictures where both have room, else in a row of its own.
  const beside = boards > 0 && fitting(row - board - gap) === plots;
  const room = beside ? row - board - gap : row;
  const columns = fitting(room);
  const wide = Math.min(most, Math.floor((room - gap * (columns - 1)) / columns));
  const high = clamped(Math.round(share * wide), lowest, highest);
  return { columns, beside, width: wide, height: high, zoom };
}

/** Where a panel's axes meet, and how wide and high it is inside; with equal units if it says so. */
export function framed(panel, { width, height }) {
  const { left, right, top, bottom } = LOOK.plot.edge;
  const frame = { left, top, wide: width - left - right, high: height - top - bottom };
  if (!panel.equal) return frame;
  const across = panel.x.range[1] - panel.x.range[0];
  const up = panel.y.range[1] - panel.y.range[0];
  const unit = Math.min(frame.wide / across, frame.high / up);
  return { left, top, wide: unit * across, high: unit * up };
}

/**
 * From numbers to pixels. Far outside is far enough: any size would overflow in the browser.
 * Hundredths are seen by nobody, and a picture of long numbers takes the browser longer to read.
 */
export const scale = (range, start, length) => (value) => {
  const share = (value - range[0]) / (range[1] - range[0]);
  return Math.round(100 * clamped(start + length * share, -2000, 3000)) / 100;
};

/** Every so manieth of the ticks, so that their texts do not touch; `each` is a letter's width. */
export function thinned(ticks, room, each = 7) {
  const longest = Math.max(0, ...ticks.map(([, text]) => text.length));
  const every = Math.ceil((ticks.length * (longest * each + 8)) / room);
  return ticks.filter((_, i) => i % Math.max(1, every) === 0);
}

/** The place of a slider whose number is the nearest to `value`. */
export function nearest(places, value) {
  let best = 0;
  places.forEach((place, i) => {
    if (Math.abs(place - value) < Math.abs(places[best] - value)) best = i;
  });
  return best;
}
