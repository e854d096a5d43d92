import type { Drift } from "./drift.ts";
import { alarmBar, fewestRows } from "./drift.ts";
import type { Figures } from "./learned.ts";
import type { Monitoring } from "./monitor.ts";
import { printMonitorPage } from "./report/print-monitor-page.ts";
import { table } from "./table.ts";

const shown = 12;

/** What `--fail-on` may name. */
export const alarmKinds = ["any", "input", "step", "prediction", "performance"] as const;

/** The alarms of a monitoring, one line each; all, or those of a kind. */
export function alarmsOf({ drifts, slices, performance, unreadable, failed, rows }: Monitoring, only = "any"): string[] {
  const broken = unreadable + failed;
  const wanted = ({ kind, alarm }: Drift): boolean => alarm && (only === "any" || kind === only);
  const judged = only === "any" || only === "performance" ? performance : null;
  return [
    ...(broken > 0.01 * (rows + unreadable) ? [`${broken} of ${rows + unreadable} rows cannot be read or answered`] : []),
    ...drifts.filter(wanted).map((drift) => `${drift.kind} ${drift.name}: ${sentence(drift)}`),
    ...slices.filter(wanted).map((drift) => `where ${drift.slice}, ${drift.kind} ${drift.name}: ${sentence(drift)}`),
    ...(judged?.decayed ?? []).map(
      ({ name, effect, gained }) =>
        `step ${name} no longer means what it meant: of its rows ${percent(effect)} are of other classes than they were, most where it says ${gained.bin}`,
    ),
    ...(judged === null ? [] : worse(judged.before, judged.now)),
  ];
}

/** The monitoring for a terminal: alarms, before the largest effects whether or not they are alarms. */
export function monitorTable(found: Monitoring): string[] {
  const alarms = alarmsOf(found);
  const { drifts, performance, rows, unreadable, failed } = found;
  return [
    `${found.pipeline}: ${rows} fresh rows beside ${drifts[0]?.rows.before ?? 0} of learning; ${unreadable} unreadable, ${failed} without an answer`,
    rows < fewestRows
      ? `fewer than ${fewestRows} rows: effects are shown, nothing is an alarm`
      : `an alarm: ${percent(alarmBar)} of rows lie elsewhere, and not by chance`,
    "",
    ...(alarms.length === 0 ? ["no alarm"] : alarms.map((alarm) => `! ${alarm}`)),
    "",
    ...table(driftHead, drifts.slice(0, shown).map(driftRow), new Set([2, 3, 4, 5])),
    ...(performance === null
      ? []
      : [
          "",
          `figures on ${performance.rows} rows with a truth, beside the sealed rows of learning; intervals: 95 %, bootstrap`,
          ...table(figureHead, performanceRows(performance)),
        ]),
  ];
}

/** The monitoring as a page. */
export function monitorPage(found: Monitoring): string {
  const { pipeline, rows, drifts, performance } = found;
  return printMonitorPage({
    pipeline,
    sentence: `${rows} fresh rows beside ${drifts[0]?.rows.before ?? 0} of learning. An alarm: ${percent(alarmBar)} of rows lie elsewhere, and not by chance; with fewer than ${fewestRows} rows nothing is an alarm.`,
    alarms: alarmsOf(found),
    drifts: { head: driftHead, rows: drifts.map(driftRow) },
    figures: performance === null ? null : { head: figureHead, rows: performanceRows(performance) },
  });
}

const driftHead = ["what", "name", "effect", "p", "missing", "unknown", "most gained", ""];
const figureHead = ["figure", "before", "now"];

function driftRow({ kind, name, effect, p, missing, unknown, gained, alarm }: Drift): string[] {
  return [
    kind,
    name,
    effect.toFixed(3),
    p === null ? "too few rows" : p < 0.0001 ? "< 0.0001" : p.toFixed(4),
    `${percent(missing.before)} → ${percent(missing.now)}`,
    `${percent(unknown.before)} → ${percent(unknown.now)}`,
    `${gained.bin}: ${percent(gained.before)} → ${percent(gained.now)}`,
    alarm ? "alarm" : "",
  ];
}

function performanceRows({ before, now }: { readonly before: Figures; readonly now: Figures }): string[][] {
  return before.metrics.map((was, k) => [
    was.name,
    ...[was, now.metrics[k]!].map(({ value, interval }) => `${value.toFixed(4)} [${interval.map((end) => end.toFixed(4)).join(", ")}]`),
  ]);
}

function worse(before: Figures, now: Figures): string[] {
  return before.metrics.flatMap((was, k) => {
    const is = now.metrics[k]!;
    const gone = was.better === "higher" ? is.interval[1] < was.interval[0] : is.interval[0] > was.interval[1];
    return gone ? [`${was.name} is ${is.value.toFixed(4)}, was ${was.value.toFixed(4)}: the intervals do not meet`] : [];
  });
}

function sentence({ effect, gained, missing, unknown }: Drift): string {
  const why =
    missing.now - missing.before > alarmBar / 2
      ? `missing on ${percent(missing.now)}, was ${percent(missing.before)}`
      : unknown.now - unknown.before > alarmBar / 2
        ? `unknown values on ${percent(unknown.now)}, was ${percent(unknown.before)}`
        : `"${gained.bin}" on ${percent(gained.now)}, was ${percent(gained.before)}`;
  return `${percent(effect)} of rows lie elsewhere; ${why}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;
}
