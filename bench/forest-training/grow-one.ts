import { random } from "../../generator/random.ts";
import { openTrainer } from "../../generator/train/trainer.ts";
import { plain } from "../forest/settings.ts";

/** Grows trees on n × p fresh columns and prints the milliseconds of one and the peak memory of the process: n p trees. */
const [n, p, trees] = process.argv.slice(2).map(Number) as [number, number, number];
const source = random(1);
const columns = Array.from({ length: p }, () =>
  Float64Array.from({ length: n }, () => source.word() / 4294967296 + source.word() / 4294967296),
);
const target = Float64Array.from({ length: n }, (_, i) =>
  Number(columns[0]![i]! * columns[1]![i]! + columns[2]![i]! - columns[3]![i]! + columns[4]![i]! / 2 + source.word() / 8589934592 > 1.75),
);
const trainer = openTrainer({ workers: 0, workerFile: "" });
const matrix = { names: columns.map((_, j) => `c${j}`), columns, n };
await trainer.train(matrix, target, 2, { ...plain, trees: 1 });
const start = performance.now();
await trainer.train(matrix, target, 2, { ...plain, trees });
const treeMs = (performance.now() - start) / trees;
console.log(JSON.stringify({ treeMs, peakMb: process.resourceUsage().maxRSS / 1000 }));
