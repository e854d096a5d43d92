import { random } from "../../generator/random.ts";
import type { Cell, Row } from "../../generator/types.ts";

/** A drift that is planted into rows, and the column or step that must be named. */
export interface PlantedDrift {
  readonly what: string;
  readonly named: string;
  readonly of: (row: Row, chance: (percent: number) => boolean) => Row;
}

const text = (row: Row, property: string): string => String(row[property] ?? "");
const set =
  (property: string, value: (row: Row) => Cell, percent = 100): PlantedDrift["of"] =>
  (row, chance) =>
    chance(percent) ? { ...row, [property]: value(row) } : row;

export const plantedDrifts: readonly PlantedDrift[] = [
  { what: "a new channel on 25 % of rows", named: "channel", of: set("channel", () => "telegram", 25) },
  { what: "plans are no longer filled in on 30 %", named: "plan", of: set("plan", () => null, 30) },
  { what: "30 % from one country", named: "country", of: set("country", () => "Germany", 30) },
  { what: "30 % in Portuguese", named: "language", of: set("language", () => "pt", 30) },
  { what: "devices are gone", named: "device", of: set("device", () => null) },
  {
    what: "devices in a new spelling",
    named: "device",
    of: set("device", (row) => (row["device"] === null ? null : `UA:${text(row, "device")}`)),
  },
  {
    what: "tenure in months",
    named: "tenure_days",
    of: set("tenure_days", (row) => (typeof row["tenure_days"] === "number" ? Math.floor(row["tenure_days"] / 30) : null)),
  },
  { what: "tenure missing on 40 %", named: "tenure_days", of: set("tenure_days", () => null, 40) },
  { what: "tenure out of range on 20 %", named: "tenure_days", of: set("tenure_days", () => 10_000_000, 20) },
  { what: "two more attachments", named: "attachments", of: set("attachments", (row) => Number(row["attachments"] ?? 0) + 2) },
  { what: "subjects are gone on 40 %", named: "subject", of: set("subject", () => null, 40) },
  { what: "subjects cut to 8 characters", named: "subject", of: set("subject", (row) => text(row, "subject").slice(0, 8) || null) },
  { what: "bodies cut to 60 characters", named: "body", of: set("body", (row) => text(row, "body").slice(0, 60)) },
  { what: "bodies quoted twice", named: "body", of: set("body", (row) => `${text(row, "body")}\n> ${text(row, "body")}`) },
  { what: "amounts filled in on 40 %", named: "amount", of: set("amount", () => "0", 40) },
  { what: "every row has an order number", named: "order_ref", of: set("order_ref", (row) => row["order_ref"] ?? "NB-2026-0001") },
  { what: "six hours later", named: "created_at", of: set("created_at", (row) => shifted(text(row, "created_at"), 6)) },
  { what: "dates without a time", named: "created_at", of: set("created_at", (row) => text(row, "created_at").slice(0, 10)) },
  {
    what: "an error code in 30 % of the bodies",
    named: "error_family",
    of: set("body", (row) => `${text(row, "body").slice(0, -9)} (error 4)`, 30),
  },
  { what: "bodies as questions", named: "question_share", of: set("body", (row) => text(row, "body").replaceAll(".", "?")) },
];

function shifted(date: string, hours: number): string {
  const hour = (Number(date.slice(11, 13)) + hours) % 24;
  return `${date.slice(0, 11)}${String(hour).padStart(2, "0")}${date.slice(13)}`;
}

/** Rows with a drift in them. */
export function drifted(rows: readonly Row[], { of }: PlantedDrift, seed: number): Row[] {
  const source = random(seed, 41);
  return rows.map((row) => of(row, (percent) => source.below(100) < percent));
}
