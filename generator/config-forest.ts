import { z } from "zod";

/** How the final forest grows. */
export const forestSchema = z
  .strictObject({
    /** "ml-random-forest" grows the final trees with that package: minutes for thousands of rows, and every column is tried at a split. */
    trainer: z.enum(["kiln", "ml-random-forest"]).default("kiln"),
    trees: z.int().min(1).max(1000).default(200),
    maxDepth: z.int().min(1).max(30).default(12),
    minLeaf: z.int().min(1).default(2),
    /** Share of columns tried at a split; "auto" takes the one with the least out-of-bag loss. */
    columnShare: z.union([z.number().gt(0).max(1), z.literal("auto")]).default(0.33),
    /** What a split of classes must lower most. A number's always lowers its variance. */
    criterion: z.enum(["gini", "entropy"]).default("gini"),
    /** "best" looks at every cut of a column that is tried, "random" draws one (extra-trees). */
    cuts: z.enum(["best", "random"]).default("best"),
    /** How often a row of each class is drawn, relative to the others; "balanced" draws all classes equally often. */
    classWeights: z.union([z.enum(["none", "balanced"]), z.record(z.string(), z.number().positive())]).default("none"),
  })
  .prefault({});

/** What the emitted forest may cost. */
export const limitsSchema = z
  .strictObject({
    /** Its trees as text. */
    kilobytes: z.number().positive().nullable().default(null),
    /** One answer, counted in questions asked, not measured: the same on every machine. */
    microseconds: z.number().positive().nullable().default(null),
  })
  .prefault({});
