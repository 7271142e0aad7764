// Picking rows of tables whose axes have the names of controls.

import { clamped } from "./scales.js";

let unpackedSoFar = 0;

/** The tables as typed arrays. A DataView may begin anywhere in its buffer; these may not. */
export function unpacked(tables, view) {
  const types = { f4: Float32Array, f8: Float64Array };
  const found = {};
  for (const [name, { type, at, bytes, axes, shape }] of Object.entries(tables)) {
    const from = view.byteOffset + at;
    const data = new types[type](view.buffer.slice(from, from + bytes));
    found[name] = { axes, shape, data, id: ++unpackedSoFar };
  }
  return found;
}

/** The numbers of `table` at `position(axis)`, all along one axis; the last one may be shifted. */
export function rows({ axes, shape, data }, position, { along = null, at = {}, shift = 0 } = {}) {
  let from = 0;
  let size = data.length;
  axes.forEach((axis, i) => {
    if (axis === along) return;
    size /= shape[i];
    const last = i === axes.length - 1 || axes[i + 1] === along;
    const wanted = (axis in at ? at[axis] : position(axis)) + (last ? shift : 0);
    from += size * clamped(wanted, 0, shape[i] - 1);
  });
  return data.subarray(from, from + size);
}

/** The text of a table of words at `position(axis)`. */
export function picked({ axes, shape, values }, position, at = {}) {
  let i = 0;
  axes.forEach((axis, k) => {
    const wanted = axis in at ? at[axis] : position(axis);
    i = i * shape[k] + clamped(wanted, 0, shape[k] - 1);
  });
  return values[i];
}

/** A reference to a table as its name and how many rows farther on it is read. */
export const referred = (ref) => (Array.isArray(ref) ? ref : [ref, 0]);
