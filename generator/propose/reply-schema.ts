import { z } from "zod";

const cell = z.union([z.string(), z.number(), z.null()]);

/**
 * What a model is asked to answer with. Made for strict structured output: every property required, no open records (a row is a list of
 * property and value), and the order of properties is the order of thought: idea first, then code, then tests.
 */
const replySchema = z.object({
  candidates: z.array(
    z.object({
      kind: z.enum(["normalizer", "classifier", "feature"]),
      name: z.string().describe("snake_case; the exported function has this name"),
      column: z.union([z.string(), z.null()]).describe("the property that a normalizer rewrites, else null"),
      rationale: z.string().describe("one sentence: which error of the plain forest this corrects, and why that holds on unseen rows"),
      source: z.string().describe("a TypeScript module without imports that exports exactly this one function"),
      cases: z
        .array(
          z.object({
            name: z.string().describe("a sentence about behaviour"),
            input: z
              .union([z.array(z.object({ property: z.string(), value: cell })), z.string(), z.null()])
              .describe("normalizer: the cell; else the properties that are set, all others are null"),
            expected: z
              .union([
                z.string(),
                z.number(),
                z.boolean(),
                z.null(),
                z.object({ label: z.string(), confidence: z.enum(["high", "medium", "low"]) }),
              ])
              .describe("what the function returns; for a classifier the object"),
          }),
        )
        .describe("at least five"),
    }),
  ),
});

/** Name of the reply's JSON Schema, as endpoints ask for one. */
export const replySchemaName = "candidates";

/** JSON Schema of the reply. */
export function replyJsonSchema(): unknown {
  const { $schema: _, ...schema } = z.toJSONSchema(replySchema);
  return schema;
}
