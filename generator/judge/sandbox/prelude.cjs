// @ts-check
"use strict";
/*
 * Runs first in every fresh context, as a script. It takes away what a step may not have, keeps the built-ins that the driver
 * needs in a closure before foreign text is loaded, and its value is `prepare`, the only thing that the outside calls.
 * RegExp.prototype stays as it is: touching it turns off the engine's fast path.
 */
(function () {
  const { parse, stringify } = JSON;
  const { freeze, getPrototypeOf, getOwnPropertyNames, getOwnPropertyDescriptor, defineProperty } = Object;
  const { apply } = Reflect;
  const { slice } = String.prototype;
  const { has: isMember } = Set.prototype;

  const globals = [
    "Object",
    "Array",
    "String",
    "Number",
    "Boolean",
    "Math",
    "RegExp",
    "Map",
    "Set",
    "Error",
    "NaN",
    "Infinity",
    "undefined",
    "parseInt",
    "parseFloat",
    "isNaN",
    "isFinite",
  ];
  const exactMath = ["min", "max", "floor", "ceil", "round", "trunc", "abs", "sign", "sqrt", "fround", "imul", "clz32"];
  const functions = [function () {}, async function () {}, function* () {}, async function* () {}];

  const has = (/** @type {Set<string>} */ set, /** @type {string} */ name) => apply(isMember, set, [name]);
  const keepOnly = (/** @type {any} */ object, /** @type {Set<string>} */ names) => {
    const own = getOwnPropertyNames(object);
    for (let i = 0; i < own.length; i++)
      if (!has(names, own[i]) && getOwnPropertyDescriptor(object, own[i])?.configurable) delete object[own[i]];
  };

  for (let i = 0; i < functions.length; i++) delete getPrototypeOf(functions[i]).constructor;
  const promise = getPrototypeOf(functions[1]()); // the prototype stays reachable through async functions
  delete promise.constructor;
  keepOnly(promise, new Set());
  keepOnly(RegExp, new Set(["name", "length"])); // its legacy statics remember the last match
  keepOnly(Math, new Set(exactMath));
  keepOnly(Error, new Set(["prototype"]));
  defineProperty(Error, "prepareStackTrace", { value: undefined });
  freeze(Error);
  for (const type of [Object, Array, Number]) delete type.prototype.toLocaleString;
  for (const name of ["toLocaleLowerCase", "toLocaleUpperCase", "localeCompare"]) delete String.prototype[name];
  const everything = globalThis;
  keepOnly(everything, new Set(globals));
  for (let i = 0; i < globals.length; i++)
    defineProperty(everything, globals[i], { value: everything[globals[i]], writable: false, configurable: false });

  /** Why a value is not of the declared type, or null. Never quotes the value: it may be a cell. */
  const objection = (/** @type {any} */ v, /** @type {any} */ returns, /** @type {Set<string>} */ members) => {
    const type = typeof v;
    if (v === null) {
      if (returns.kind === "text" || (returns.kind !== "class" && returns.nullable)) return null;
      return "null";
    }
    if (returns.kind === "text") return type === "string" ? null : "a " + type;
    if (returns.kind === "boolean") return type === "boolean" ? null : "a " + type;
    if (returns.kind === "number") {
      if (type !== "number") return "a " + type;
      if (v !== v) return "NaN";
      return v === Infinity || v === -Infinity ? "an infinite number" : null;
    }
    if (returns.kind === "union") {
      if (type !== "string") return "a " + type;
      return has(members, v) ? null : "a string that is no member of the union";
    }
    return type === "object" ? null : "a " + type;
  };

  /** The JSON text of one value. Throws nothing for primitives. */
  const print = (/** @type {any} */ v) => {
    if (v === true) return "true";
    if (v === false) return "false";
    return typeof v === "number" ? (v === 0 ? "0" : "" + v) : stringify(v);
  };

  /** Rows that are frozen; of more, which takes long, each is looked at when it comes back. */
  const frozenRows = 1000;

  /** Name and message of what was thrown, cut short; what of it may be shown is decided outside. */
  const message = (/** @type {any} */ thrown) => {
    try {
      return apply(slice, thrown.name + ": " + thrown.message, [0, 200]);
    } catch {
      return "";
    }
  };

  /**
   * Stands before any foreign code is there. `makeRows` turns columns into a function from i to row i, or is null where the program
   * takes the cell of the only column. Answers a function that takes the cells in, each a primitive and so no handle on the outside,
   * and the function that drives the foreign one.
   */
  return function prepare(
    /** @type {number} */ width,
    /** @type {number} */ n,
    /** @type {any} */ makeRows,
    /** @type {string} */ returnsText,
    /** @type {number} */ maxText,
  ) {
    /** @type {any[][]} */
    const columns = [];
    for (let c = 0; c < width; c++) columns[c] = [];
    const fill = (/** @type {number} */ c, /** @type {any} */ cell) => {
      const cells = columns[c];
      cells[cells.length] = cell;
    };
    const returns = parse(returnsText);
    const members = new Set(returns.members ?? returns.labels ?? []);
    const rows = makeRows === null ? null : apply(makeRows, undefined, columns);
    const cells = columns[0];
    const drive = function (/** @type {any} */ f) {
      if (typeof f !== "function") return "!load:0:no function of that name";
      let out = "";
      for (let i = 0; i < n; i++) {
        let text;
        try {
          let v;
          if (rows === null) v = f(cells[i]);
          else if (i < frozenRows) v = f(freeze(rows.rowOf(i)));
          else {
            const row = rows.rowOf(i);
            v = f(row);
            if (!rows.isSame(row, i)) return "!throws:" + i + ":TypeError: Cannot assign to read only property 'row' of object '#<Object>'";
          }
          const wrong = objection(v, returns, members);
          if (wrong !== null) return "!value:" + i + ":" + wrong;
          if (returns.kind === "class") {
            const label = v.label;
            const confidence = v.confidence;
            if (typeof label !== "string" || (label !== "unknown" && !has(members, label)))
              return "!value:" + i + ":a label that is not declared";
            if (confidence !== "high" && confidence !== "medium" && confidence !== "low")
              return "!value:" + i + ":a confidence that is not high, medium or low";
            const names = getOwnPropertyNames(v);
            if (names.length !== 2) return "!value:" + i + ":" + names.length + " members instead of label and confidence";
            text = "[" + stringify(label) + ',"' + confidence + '"]';
          } else text = print(v);
        } catch (thrown) {
          return "!throws:" + i + ":" + message(thrown);
        }
        out = i === 0 ? text : out + "," + text;
        if (out.length > maxText) return "!value:" + i + ":more text than " + maxText + " characters in all";
      }
      return "[" + out + "]";
    };
    return { fill, drive };
  };
})();
