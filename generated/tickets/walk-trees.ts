/**
 * Asks a forest, ten trees at a time and without a branch: while one tree waits for memory, the others go on.
 *
 * Two things make this fast, and both are easily lost. The tables are constants of the returned function, not arguments of it, so that an
 * engine can write their addresses and the depth into its code; and there is no loop over the levels, which are written out, because ten
 * places in a loop do not fit into registers. No rare case is handled in here: one would make engines throw the fast code away.
 */

/**
 * A forest as arrays. Its top, at most eight levels, is stored by level, all trees side by side: the children of place i are the places
 * 2 i + stride (no) and 2 i + stride + 1 (yes), places being counted through all levels. What lies deeper is a row of nodes whose
 * children are neighbours, first the one for no. A leaf above the deepest level is followed by itself, so every walk takes as many steps.
 */
export interface ForestTables {
  readonly columns: number;
  readonly outputs: number;
  readonly trees: number;
  /** Columns whose missing values mean yes somewhere: they stand once more after the others, there with missing as −∞. */
  readonly lows: Int32Array;
  /** Trees, filled up to a multiple of ten with trees that say 0. */
  readonly stride: number;
  /** Levels of the top, at most 8. */
  readonly levels: number;
  /** Of each place of the top the column asked about, and what it must be below for yes. */
  readonly asked: Uint16Array;
  readonly below: Float64Array;
  /** Of each place under the top: in a forest without deeper levels where in `answers` its answer starts, else its node. */
  readonly ends: Int32Array;
  /** Levels under the top, by ten trees; 0 everywhere in a forest without. */
  readonly deeper: Int32Array;
  readonly isDeep: boolean;
  /** Of each node how far off its children are, and in the low 12 bits the column that it asks about. */
  readonly links: Int32Array;
  readonly bounds: Float64Array;
  /** Where in `answers` a leaf's answer starts. */
  readonly places: Int32Array;
  readonly answers: Float64Array;
}

/**
 * Asks about one row.
 *
 * @param x Numbers in which the row starts at `from`; NaN is missing.
 * @param out Receives the answer from `to` on.
 */
export type Ask = (x: Float64Array, from: number, out: Float64Array, to: number) => void;

/** A function that asks a forest. It is fastest if it is made once in the life of this module. */
export function newAsk(tables: ForestTables): Ask {
  const { columns, outputs, trees, lows, stride, levels, asked, below, ends, deeper, isDeep, links, bounds, places, answers } = tables;
  const row = new Float64Array(columns + lows.length);
  const wide = lows.length > 0;
  const first = asked.length;

  function ask(x: Float64Array, from: number, out: Float64Array, to: number): void {
    for (let k = 0; k < columns; k++) row[k] = x[from + k]!;
    if (wide) repeatLows();
    let one = 0;
    let two = 0;
    if (outputs !== 2) for (let k = 0; k < outputs; k++) out[to + k] = 0;
    for (let tree = 0, ten = 0; tree < stride; tree += 10, ten++) {
      let a = tree;
      let b = tree + 1;
      let c = tree + 2;
      let d = tree + 3;
      let e = tree + 4;
      let f = tree + 5;
      let g = tree + 6;
      let h = tree + 7;
      let i = tree + 8;
      let j = tree + 9;
      if (levels > 0) {
        a = (a << 1) + stride + +(row[asked[a]!]! < below[a]!);
        b = (b << 1) + stride + +(row[asked[b]!]! < below[b]!);
        c = (c << 1) + stride + +(row[asked[c]!]! < below[c]!);
        d = (d << 1) + stride + +(row[asked[d]!]! < below[d]!);
        e = (e << 1) + stride + +(row[asked[e]!]! < below[e]!);
        f = (f << 1) + stride + +(row[asked[f]!]! < below[f]!);
        g = (g << 1) + stride + +(row[asked[g]!]! < below[g]!);
        h = (h << 1) + stride + +(row[asked[h]!]! < below[h]!);
        i = (i << 1) + stride + +(row[asked[i]!]! < below[i]!);
        j = (j << 1) + stride + +(row[asked[j]!]! < below[j]!);
      }
      if (levels > 1) {
        a = (a << 1) + stride + +(row[asked[a]!]! < below[a]!);
        b = (b << 1) + stride + +(row[asked[b]!]! < below[b]!);
        c = (c << 1) + stride + +(row[asked[c]!]! < below[c]!);
        d = (d << 1) + stride + +(row[asked[d]!]! < below[d]!);
        e = (e << 1) + stride + +(row[asked[e]!]! < below[e]!);
        f = (f << 1) + stride + +(row[asked[f]!]! < below[f]!);
        g = (g << 1) + stride + +(row[asked[g]!]! < below[g]!);
        h = (h << 1) + stride + +(row[asked[h]!]! < below[h]!);
        i = (i << 1) + stride + +(row[asked[i]!]! < below[i]!);
        j = (j << 1) + stride + +(row[asked[j]!]! < below[j]!);
      }
      if (levels > 2) {
        a = (a << 1) + stride + +(row[asked[a]!]! < below[a]!);
        b = (b << 1) + stride + +(row[asked[b]!]! < below[b]!);
        c = (c << 1) + stride + +(row[asked[c]!]! < below[c]!);
        d = (d << 1) + stride + +(row[asked[d]!]! < below[d]!);
        e = (e << 1) + stride + +(row[asked[e]!]! < below[e]!);
        f = (f << 1) + stride + +(row[asked[f]!]! < below[f]!);
        g = (g << 1) + stride + +(row[asked[g]!]! < below[g]!);
        h = (h << 1) + stride + +(row[asked[h]!]! < below[h]!);
        i = (i << 1) + stride + +(row[asked[i]!]! < below[i]!);
        j = (j << 1) + stride + +(row[asked[j]!]! < below[j]!);
      }
      if (levels > 3) {
        a = (a << 1) + stride + +(row[asked[a]!]! < below[a]!);
        b = (b << 1) + stride + +(row[asked[b]!]! < below[b]!);
        c = (c << 1) + stride + +(row[asked[c]!]! < below[c]!);
        d = (d << 1) + stride + +(row[asked[d]!]! < below[d]!);
        e = (e << 1) + stride + +(row[asked[e]!]! < below[e]!);
        f = (f << 1) + stride + +(row[asked[f]!]! < below[f]!);
        g = (g << 1) + stride + +(row[asked[g]!]! < below[g]!);
        h = (h << 1) + stride + +(row[asked[h]!]! < below[h]!);
        i = (i << 1) + stride + +(row[asked[i]!]! < below[i]!);
        j = (j << 1) + stride + +(row[asked[j]!]! < below[j]!);
      }
      if (levels > 4) {
        a = (a << 1) + stride + +(row[asked[a]!]! < below[a]!);
        b = (b << 1) + stride + +(row[asked[b]!]! < below[b]!);
        c = (c << 1) + stride + +(row[asked[c]!]! < below[c]!);
        d = (d << 1) + stride + +(row[asked[d]!]! < below[d]!);
        e = (e << 1) + stride + +(row[asked[e]!]! < below[e]!);
        f = (f << 1) + stride + +(row[asked[f]!]! < below[f]!);
        g = (g << 1) + stride + +(row[asked[g]!]! < below[g]!);
        h = (h << 1) + stride + +(row[asked[h]!]! < below[h]!);
        i = (i << 1) + stride + +(row[asked[i]!]! < below[i]!);
        j = (j << 1) + stride + +(row[asked[j]!]! < below[j]!);
      }
      if (levels > 5) {
        a = (a << 1) + stride + +(row[asked[a]!]! < below[a]!);
        b = (b << 1) + stride + +(row[asked[b]!]! < below[b]!);
        c = (c << 1) + stride + +(row[asked[c]!]! < below[c]!);
        d = (d << 1) + stride + +(row[asked[d]!]! < below[d]!);
        e = (e << 1) + stride + +(row[asked[e]!]! < below[e]!);
        f = (f << 1) + stride + +(row[asked[f]!]! < below[f]!);
        g = (g << 1) + stride + +(row[asked[g]!]! < below[g]!);
        h = (h << 1) + stride + +(row[asked[h]!]! < below[h]!);
        i = (i << 1) + stride + +(row[asked[i]!]! < below[i]!);
        j = (j << 1) + stride + +(row[asked[j]!]! < below[j]!);
      }
      if (levels > 6) {
        a = (a << 1) + stride + +(row[asked[a]!]! < below[a]!);
        b = (b << 1) + stride + +(row[asked[b]!]! < below[b]!);
        c = (c << 1) + stride + +(row[asked[c]!]! < below[c]!);
        d = (d << 1) + stride + +(row[asked[d]!]! < below[d]!);
        e = (e << 1) + stride + +(row[asked[e]!]! < below[e]!);
        f = (f << 1) + stride + +(row[asked[f]!]! < below[f]!);
        g = (g << 1) + stride + +(row[asked[g]!]! < below[g]!);
        h = (h << 1) + stride + +(row[asked[h]!]! < below[h]!);
        i = (i << 1) + stride + +(row[asked[i]!]! < below[i]!);
        j = (j << 1) + stride + +(row[asked[j]!]! < below[j]!);
      }
      if (levels > 7) {
        a = (a << 1) + stride + +(row[asked[a]!]! < below[a]!);
        b = (b << 1) + stride + +(row[asked[b]!]! < below[b]!);
        c = (c << 1) + stride + +(row[asked[c]!]! < below[c]!);
        d = (d << 1) + stride + +(row[asked[d]!]! < below[d]!);
        e = (e << 1) + stride + +(row[asked[e]!]! < below[e]!);
        f = (f << 1) + stride + +(row[asked[f]!]! < below[f]!);
        g = (g << 1) + stride + +(row[asked[g]!]! < below[g]!);
        h = (h << 1) + stride + +(row[asked[h]!]! < below[h]!);
        i = (i << 1) + stride + +(row[asked[i]!]! < below[i]!);
        j = (j << 1) + stride + +(row[asked[j]!]! < below[j]!);
      }
      a = ends[a - first]!;
      b = ends[b - first]!;
      c = ends[c - first]!;
      d = ends[d - first]!;
      e = ends[e - first]!;
      f = ends[f - first]!;
      g = ends[g - first]!;
      h = ends[h - first]!;
      i = ends[i - first]!;
      j = ends[j - first]!;
      if (isDeep) {
        for (let level = deeper[ten]!; level > 0; level--) {
          const aa = links[a]!;
          const bb = links[b]!;
          const cc = links[c]!;
          const dd = links[d]!;
          const ee = links[e]!;
          const ff = links[f]!;
          const gg = links[g]!;
          const hh = links[h]!;
          const ii = links[i]!;
          const jj = links[j]!;
          a += (aa >>> 12) + +(row[aa & 4095]! < bounds[a]!);
          b += (bb >>> 12) + +(row[bb & 4095]! < bounds[b]!);
          c += (cc >>> 12) + +(row[cc & 4095]! < bounds[c]!);
          d += (dd >>> 12) + +(row[dd & 4095]! < bounds[d]!);
          e += (ee >>> 12) + +(row[ee & 4095]! < bounds[e]!);
          f += (ff >>> 12) + +(row[ff & 4095]! < bounds[f]!);
          g += (gg >>> 12) + +(row[gg & 4095]! < bounds[g]!);
          h += (hh >>> 12) + +(row[hh & 4095]! < bounds[h]!);
          i += (ii >>> 12) + +(row[ii & 4095]! < bounds[i]!);
          j += (jj >>> 12) + +(row[jj & 4095]! < bounds[j]!);
        }
        a = places[a]!;
        b = places[b]!;
        c = places[c]!;
        d = places[d]!;
        e = places[e]!;
        f = places[f]!;
        g = places[g]!;
        h = places[h]!;
        i = places[i]!;
        j = places[j]!;
      }
      if (outputs === 2) {
        one = one + answers[a]! + answers[b]! + answers[c]! + answers[d]! + answers[e]!;
        one = one + answers[f]! + answers[g]! + answers[h]! + answers[i]! + answers[j]!;
        two = two + answers[a + 1]! + answers[b + 1]! + answers[c + 1]! + answers[d + 1]! + answers[e + 1]!;
        two = two + answers[f + 1]! + answers[g + 1]! + answers[h + 1]! + answers[i + 1]! + answers[j + 1]!;
      } else {
        for (let k = 0; k < outputs; k++) {
          const half = out[to + k]! + answers[a + k]! + answers[b + k]! + answers[c + k]! + answers[d + k]! + answers[e + k]!;
          out[to + k] = half + answers[f + k]! + answers[g + k]! + answers[h + k]! + answers[i + k]! + answers[j + k]!;
        }
      }
    }
    if (outputs === 2) {
      out[to] = one / trees;
      out[to + 1] = two / trees;
    } else for (let k = 0; k < outputs; k++) out[to + k] = out[to + k]! / trees;
  }

  function repeatLows(): void {
    for (let k = 0; k < lows.length; k++) {
      const value = row[lows[k]!]!;
      row[columns + k] = Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
    }
  }

  return ask;
}
