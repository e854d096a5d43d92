/** Items or characters that a built-in gets through in the time of one turn. */
const perTurn = 16;

/**
 * Script text that makes built-ins pay for what they go through, a turn for every sixteen items or characters: without it, work that grows
 * with the square of the text hides inside `includes` or a spread. It expects `kilnPay(turns)` and offers `kilnAll(x)`, which pays for a
 * text or collection that is gone through as a whole. Regular expressions keep their own methods, which are fast only untouched.
 */
export const nativeCosts = `
function kilnSize(x) { return typeof x === "string" || Array.isArray(x) ? x.length : x instanceof Set || x instanceof Map ? x.size : 0; }
function kilnAll(x) { kilnPay(kilnSize(x) / ${perTurn}); return x; }
{
  const whole = (self) => kilnSize(self);
  const made = (_, result) => kilnSize(result);
  const both = (self, result) => kilnSize(self) + kilnSize(result);
  const until = (self, result, [, from]) => result === true ? 0 : (typeof result === "number" && result >= 0 ? result : self.length) - (from > 0 ? from : 0);
  const fromEnd = (self, result) => self.length - result;
  const shifted = (self) => kilnSize(self) / 4;
  const pay = (owner, cost, names) => {
    for (const name of names) {
      const own = owner[name];
      owner[name] = function (...given) {
        const result = own.apply(this, given);
        kilnPay(Math.max(0, cost(this, result, given)) / ${perTurn});
        return result;
      };
    }
  };
  pay(String.prototype, whole, ["match", "matchAll", "search", "normalize", "replace", "replaceAll", "split", "toLowerCase", "toUpperCase"]);
  pay(String.prototype, made, ["padEnd", "padStart", "repeat"]);
  pay(String.prototype, until, ["includes", "indexOf"]);
  pay(String.prototype, fromEnd, ["lastIndexOf"]);
  pay(Array.prototype, whole, ["toReversed", "toSorted", "reverse", "sort", "fill"]);
  pay(Array.prototype, made, ["concat", "flat", "slice"]);
  pay(Array.prototype, both, ["join"]);
  pay(Array.prototype, until, ["includes", "indexOf"]);
  pay(Array.prototype, fromEnd, ["lastIndexOf"]);
  pay(Array.prototype, shifted, ["shift", "unshift"]);
  pay(Object, made, ["keys", "values", "entries"]);
  pay(Array, made, ["from"]);
}`;
