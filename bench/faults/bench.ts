import { allFaults, budget, openFaultServer, phases, type Met } from "../../test/faults/fault-server.ts";
import type { Fault } from "../../test/faults/faults.ts";
import type { Figure } from "../figure.ts";

export const about =
  "A server of the project's own on loopback does one thing wrong in one phase of a small run (normalizers, their repair, steps, their repair), for ever; " +
  "then a second run meets it well again. Every fault in every phase.";

/** Counts what must not happen. */
export async function run(): Promise<Figure[]> {
  const server = await openFaultServer();
  const found: (Met & { readonly fault: Fault })[] = [];
  for (const fault of allFaults) {
    for (const phase of phases) found.push({ fault, ...(await server.meet(fault, phase)) });
  }
  await server.close();
  const none = (figure: string, wrong: (one: (typeof found)[number]) => boolean): Figure => {
    const ours = found.filter(wrong).length;
    return { figure, unit: "runs", ours, peer: null, peerName: null, ratio: null, goal: "0", met: ours === 0 };
  };
  return [
    count("faults", allFaults.length, 40),
    count("faults x phases, each met", found.filter(({ met }) => met > 0).length, 4 * 40),
    none("ended otherwise than by a result or one clear line", ({ fault, end, message }) =>
      fault.ends ? !/^(?:endpoint|budget)$/.test(end) || message.includes("\n") : end !== "ok",
    ),
    none("output that `check` objects to, or half a folder", ({ differences, leftovers }) => differences + leftovers.length > 0),
    none("more tries than the budget has", ({ tries }) => tries > budget.calls),
    none("key in a message, a note or a file", ({ leaked }) => leaked),
    none("answered question asked again by the next run", ({ askedTwice }) => askedTwice.length > 0),
    none("next run that did not end well", ({ laterEnd }) => laterEnd !== "ok"),
  ];
}

function count(figure: string, ours: number, goal: number): Figure {
  return { figure, unit: "", ours, peer: null, peerName: null, ratio: null, goal: `>= ${goal}`, met: ours >= goal };
}
