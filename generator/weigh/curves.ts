import type { Curve } from "../calibrate.ts";
import { exactExp, exactLog } from "../exact.ts";

/** What a forest says of a class, row by row, and whether it is that class. */
export interface Said {
  /** Shares in [0, 1], all rows. */
  readonly shares: Float64Array;
  /** 1 where the row is of the class, else 0. */
  readonly is: Float64Array;
}

/** Digits of a knot, and the least probability that they can say. */
const digits = 4;
const least = 0.0001;
/** Rows that every block of the isotonic curve borrows from the class's mean, so that none says 0 or 1. */
const borrowed = 1;

/**
 * Isotonic regression of truth on share, by pooling adjacent violators (Ayer et al. 1955; Zadrozny & Elkan 2002): the non-decreasing curve
 * of least squares, one knot a block, each block drawn towards the class's mean by `borrowed` rows.
 */
export function isotonic({ shares, is }: Said): Curve {
  const order = [...shares.keys()].toSorted((a, b) => shares[a]! - shares[b]! || a - b);
  const mean = is.reduce((sum, one) => sum + one, 0) / is.length;
  let blocks: Block[] = [];
  for (const i of order) {
    const last = blocks.at(-1);
    if (last !== undefined && last.to === shares[i]!) blocks[blocks.length - 1] = pooled(last, blockOf(shares[i]!, is[i]!));
    else blocks.push(blockOf(shares[i]!, is[i]!));
  }
  blocks = rising(blocks);
  const drawn = blocks.map((block) => ({ ...block, rows: block.rows + borrowed, hits: block.hits + borrowed * mean }));
  return knotsOf(rising(drawn).map(({ rows, hits, sum, weight }) => [sum / weight, hits / rows]));
}

/** Neighbouring rows that get one probability. */
interface Block {
  readonly rows: number;
  readonly hits: number;
  /** Sum of their shares, and how many went into it. */
  readonly sum: number;
  readonly weight: number;
  /** Greatest share. */
  readonly to: number;
}

function blockOf(share: number, hit: number): Block {
  return { rows: 1, hits: hit, sum: share, weight: 1, to: share };
}

function pooled(a: Block, b: Block): Block {
  return { rows: a.rows + b.rows, hits: a.hits + b.hits, sum: a.sum + b.sum, weight: a.weight + b.weight, to: b.to };
}

/** Pools until no block says less than the one before it. */
function rising(blocks: readonly Block[]): Block[] {
  const done: Block[] = [];
  for (const next of blocks) {
    let block = next;
    for (let last = done.at(-1); last !== undefined && last.hits * block.rows >= block.hits * last.rows; last = done.at(-1)) {
      done.pop();
      block = pooled(last, block);
    }
    done.push(block);
  }
  return done;
}

/** Where a curve of Platt's is written down: dense where it bends. */
const grid = [0, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 1];
/** Shares below this, or above 1 less it, count as this: their log odds are finite. */
const nearest = 0.005;

/**
 * Platt's curve: 1 / (1 + exp(−a × logit(share) − b)), fitted by Newton's method to his smoothed targets (J. Platt 1999), never falling,
 * and written down at the knots of `grid`.
 */
export function platt({ shares, is }: Said): Curve {
  const hits = is.reduce((sum, one) => sum + one, 0);
  const yes = (hits + 1) / (hits + 2);
  const no = 1 / (is.length - hits + 2);
  const x = shares.map(logit);
  let a = 1;
  let b = 0;
  for (let step = 0; step < 30; step++) {
    const sums = { a: 0, b: 0, aa: 1e-9, ab: 0, bb: 1e-9 };
    x.forEach((z, i) => {
      const p = logistic(a * z + b);
      const d = p - (is[i] === 1 ? yes : no);
      const w = p * (1 - p);
      sums.a += d * z;
      sums.b += d;
      sums.aa += w * z * z;
      sums.ab += w * z;
      sums.bb += w;
    });
    const determinant = sums.aa * sums.bb - sums.ab * sums.ab;
    const da = (sums.bb * sums.a - sums.ab * sums.b) / determinant;
    const db = (sums.aa * sums.b - sums.ab * sums.a) / determinant;
    a -= Math.max(-1, Math.min(1, da));
    b -= Math.max(-1, Math.min(1, db));
    if (Math.abs(da) + Math.abs(db) < 1e-9) break;
  }
  return knotsOf(grid.map((share) => [share, logistic(Math.max(0, a) * logit(share) + b)]));
}

function logit(share: number): number {
  const inside = Math.max(nearest, Math.min(1 - nearest, share));
  return exactLog(inside / (1 - inside));
}

function logistic(z: number): number {
  return 1 / (1 + exactExp(-z));
}

/** Knots as they are emitted: rounded, and of equal shares only the last. No probability is 0 or 1. */
function knotsOf(points: readonly (readonly [number, number])[]): Curve {
  const rounded = points.map(([share, p]) => [round(share), Math.max(least, Math.min(1 - least, round(p)))] as const);
  return rounded.filter(([share], i) => share !== rounded[i + 1]?.[0]);
}

function round(value: number): number {
  return Number(value.toFixed(digits));
}
