/** A smooth function: returns its value at `x` and writes its gradient. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

export interface Stop {
  readonly iterations: number;
  /** Largest entry of the gradient at which the search ends. */
  readonly gradient: number;
}

/** Pairs of steps that the curvature is read from. */
const MEMORY = 5;

/**
 * A minimum of a smooth convex function by L-BFGS (Nocedal & Wright, Numerical Optimization, algorithm 7.4), from `start`.
 * Steps are halved until they satisfy Armijo's condition. The same bits everywhere: fixed order, no approximation but + − × ÷ and √.
 */
export function minimize(objective: Objective, start: Float64Array, stop: Stop): Float64Array {
  const { length } = start;
  let x = start.slice();
  let next = new Float64Array(length);
  let gradient = new Float64Array(length);
  let nextGradient = new Float64Array(length);
  const steps: Float64Array[] = [];
  const turns: Float64Array[] = [];
  const curvatures: number[] = [];
  const direction = new Float64Array(length);
  let value = objective(x, gradient);
  for (let iteration = 0; iteration < stop.iterations && largest(gradient) > stop.gradient; iteration++) {
    descend(direction, gradient, steps, turns, curvatures);
    const slope = dot(direction, gradient);
    if (slope >= 0) return x;
    let rate = iteration === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
    let found = Number.POSITIVE_INFINITY;
    for (let halving = 0; halving < 30; halving++) {
      for (let i = 0; i < length; i++) next[i] = x[i]! + rate * direction[i]!;
      found = objective(next, nextGradient);
      if (found <= value + 1e-4 * rate * slope) break;
      rate /= 2;
    }
    if (found >= value) return x;
    const reuse = steps.length === MEMORY;
    const step = reuse ? steps.shift()! : new Float64Array(length);
    const turn = reuse ? turns.shift()! : new Float64Array(length);
    if (reuse) curvatures.shift();
    for (let i = 0; i < length; i++) {
      step[i] = next[i]! - x[i]!;
      turn[i] = nextGradient[i]! - gradient[i]!;
    }
    const curvature = dot(step, turn);
    if (curvature > 0) {
      steps.push(step);
      turns.push(turn);
      curvatures.push(curvature);
    }
    [x, next] = [next, x];
    [gradient, nextGradient] = [nextGradient, gradient];
    value = found;
  }
  return x;
}

/** Writes −H × gradient, H the inverse Hessian as the remembered steps show it (two-loop recursion). */
function descend(
  direction: Float64Array,
  gradient: Float64Array,
  steps: readonly Float64Array[],
  turns: readonly Float64Array[],
  curvatures: readonly number[],
): void {
  for (let i = 0; i < direction.length; i++) direction[i] = -gradient[i]!;
  const shares = new Float64Array(steps.length);
  for (let m = steps.length - 1; m >= 0; m--) {
    shares[m] = dot(steps[m]!, direction) / curvatures[m]!;
    add(direction, -shares[m]!, turns[m]!);
  }
  const last = steps.length - 1;
  if (last >= 0) {
    const scale = curvatures[last]! / dot(turns[last]!, turns[last]!);
    for (let i = 0; i < direction.length; i++) direction[i]! *= scale;
  }
  for (let m = 0; m < steps.length; m++) add(direction, shares[m]! - dot(turns[m]!, direction) / curvatures[m]!, steps[m]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function add(to: Float64Array, factor: number, what: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i]! += factor * what[i]!;
}

function largest(vector: Float64Array): number {
  let most = 0;
  for (let i = 0; i < vector.length; i++) most = Math.max(most, Math.abs(vector[i]!));
  return most;
}
