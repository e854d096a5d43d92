import { defineConfig } from "kiln";
import { fewLabels } from "../tables.ts";

/** Questions of one draw of 100 labels: all that the language model sees of this table. The data stays where it is. */
export default defineConfig({
  name: "trec",
  task: "Tell what kind of answer a question asks for: ABBR (an abbreviation or what one stands for), DESC (a definition, description, manner or reason), ENTY (a thing: animal, body part, colour, creative work, food, event, game, language, product, sport, term, word …), HUM (a person, group, title or description of a person), LOC (a city, country, mountain, state or other place), NUM (a code, count, date, distance, money, order, period, percentage, speed, size, weight).",
  root: "..",
  data: { file: fewLabels("trec", 100) },
  target: { column: "label" },
  columns: { question: { kind: "text", meaning: "The question, in lower case, words and punctuation parted by blanks.", send: "values" } },
  split: { kind: "random", holdout: 0.05 },
  author: { model: "claude", rounds: 2, candidates: 10, normalizers: 0 },
});
