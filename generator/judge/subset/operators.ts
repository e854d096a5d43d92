import { ts } from "ts-morph";

const K = ts.SyntaxKind;

/** Operators between two values. */
export const binaryOperators: ReadonlySet<ts.SyntaxKind> = new Set([
  K.PlusToken,
  K.MinusToken,
  K.AsteriskToken,
  K.SlashToken,
  K.PercentToken,
  K.EqualsEqualsEqualsToken,
  K.ExclamationEqualsEqualsToken,
  K.LessThanToken,
  K.LessThanEqualsToken,
  K.GreaterThanToken,
  K.GreaterThanEqualsToken,
  K.AmpersandAmpersandToken,
  K.BarBarToken,
  K.QuestionQuestionToken,
  K.AmpersandToken,
  K.BarToken,
  K.CaretToken,
  K.LessThanLessThanToken,
  K.GreaterThanGreaterThanToken,
  K.GreaterThanGreaterThanGreaterThanToken,
]);

/** Assignments, each a statement of its own. */
export const assignments: ReadonlySet<ts.SyntaxKind> = new Set([
  K.EqualsToken,
  K.PlusEqualsToken,
  K.MinusEqualsToken,
  K.AsteriskEqualsToken,
  K.SlashEqualsToken,
  K.PercentEqualsToken,
  K.BarEqualsToken,
  K.AmpersandEqualsToken,
  K.CaretEqualsToken,
  K.BarBarEqualsToken,
  K.AmpersandAmpersandEqualsToken,
  K.QuestionQuestionEqualsToken,
]);

/** Operators before or after one value. */
export const unaryOperators: ReadonlySet<ts.SyntaxKind> = new Set([
  K.ExclamationToken,
  K.MinusToken,
  K.PlusToken,
  K.TildeToken,
  K.PlusPlusToken,
  K.MinusMinusToken,
]);

/** Operators that may compare with null only: there they ask for "missing", and coerce nothing. */
export const nullOperators: ReadonlySet<ts.SyntaxKind> = new Set([K.EqualsEqualsToken, K.ExclamationEqualsToken]);

/** What to write instead of an operator that is refused. */
export const operatorHints: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [K.EqualsEqualsToken, "write `===`; `==` is for `== null` only"],
  [K.ExclamationEqualsToken, "write `!==`; `!=` is for `!= null` only"],
  [K.AsteriskAsteriskToken, "write the product (`x * x`): powers differ between engines"],
  [K.AsteriskAsteriskEqualsToken, "write the product (`x = x * x`): powers differ between engines"],
  [K.CommaToken, "write two statements"],
  [K.InKeyword, "compare with undefined, or ask a Map or Set by has()"],
  [K.InstanceOfKeyword, "use typeof, Array.isArray or a comparison with null"],
]);
