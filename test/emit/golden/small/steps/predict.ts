/**
 * Drafted by a language model, kept because it measured better; review it like hand-written
 * code; edits are kept.
 *
 * Why: it's "quoted" `ticked` ${process.exit(1)} *\/ </script> \ � 😀 next \@deprecated | <b>.
 *
 * Evidence: lift +0.0123 nats a row [+0.0041, +0.0206], 13 of 15 folds won, adjusted p 0.0084;
 * says something on 12 % of rows, abstains on 3.0 %.
 *
 * Tests: 2 cases, which notice 5 of 6 mutants (6 with 1 row from the data); the rewrite that
 * changes its answer most often, "upper case", does so on 3.1 % of rows.
 */

import type { Row } from "../input.ts";

const REFUND: readonly RegExp[] = [/refund/u, /money back/u];

/** How many ways of asking for money back the body has. */
export function predict(row: Row): number | null {
  const body = row.body;
  return body === null ? null : REFUND.filter((pattern) => pattern.test(body)).length;
}
