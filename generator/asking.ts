import type { ColumnKind, Send, StepKind, Task } from "./types.ts";

/** What a prompt may say of a column. Every string in it has passed the mask of the column's `send`. */
export interface ColumnProfile {
  readonly name: string;
  readonly property: string;
  readonly kind: ColumnKind;
  readonly meaning: string;
  readonly send: Send;
  /** One fact a line: counts, missingness, cardinality, ranges, values or shapes with counts, n-grams by class. */
  readonly facts: readonly string[];
}

export interface Profile {
  readonly rows: number;
  readonly task: Task;
  /** One line a class with its count, or the quantiles of the number. */
  readonly target: readonly string[];
  readonly columns: readonly ColumnProfile[];
}

/** A training row as a prompt may show it, masked; `cells` in column order, columns that may not be shown left out. */
export interface ShownRow {
  readonly cells: readonly { readonly property: string; readonly text: string | null }[];
  readonly target: string;
  /** What the current forest says out of fold, where the row is shown because that is wrong. */
  readonly predicted: string | null;
}

/** What a later round learns of an earlier one. */
export interface History {
  readonly kept: readonly { readonly name: string; readonly kind: StepKind; readonly rationale: string; readonly lift: string }[];
  readonly refused: readonly { readonly name: string; readonly kind: StepKind; readonly rationale: string; readonly reason: string }[];
  /** What the forest gets wrong most, largest first. */
  readonly confusions: readonly Confusion[];
}

/** One way of being wrong, with rows of it and, for contrast, rows of the same kinds that are only just right. */
export interface Confusion {
  /** "12 × billing taken for cancel". */
  readonly title: string;
  readonly wrong: readonly ShownRow[];
  readonly right: readonly ShownRow[];
}

/** One question to a language model, complete: everything that decides the answer is in it. */
export interface ModelRequest {
  /** Which stage asks, for people: "normalizers", "steps 2", "repair of 2". */
  readonly stage: string;
  readonly model: string;
  readonly messages: readonly { readonly role: "system" | "user"; readonly content: string }[];
  readonly schemaName: string;
  /** JSON Schema of the reply. */
  readonly schema: unknown;
  readonly maxOutputTokens: number;
}

/** A recorded answer, as it lies in `models/<pipeline>/replies/<hash>.json`. Holds no prompt text. */
export interface ModelReply {
  readonly request: string;
  readonly stage: string;
  readonly requestedModel: string;
  /** Model id as the endpoint returned it. */
  readonly model: string;
  readonly text: string;
  readonly finish: string;
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number } | null;
}

/** Watches over what a question costs, try by try. */
export interface Meter {
  /**
   * Before each try.
   *
   * @throws {KilnError} "budget" when this try could overrun a limit.
   */
  start(): void;
  /** What the try cost: as the endpoint says, nothing where it took no question, null where nobody knows. */
  end(usage: ModelReply["usage"] | "nothing"): void;
  /** Milliseconds that are left for questions of this run. */
  left(): number;
  /** After the last try. */
  close(): void;
  /** What is wrong when no time is left. */
  outOfTime(): Error;
}

/** The only way to a language model. Throws a KilnError when there is no answer for good. */
export interface LanguageModel {
  complete(request: ModelRequest, meter: Meter): Promise<ModelReply>;
}

/** Where replies are kept. */
export interface ReplyStore {
  get(hash: string): ModelReply | null;
  /** Makes sure that a reply of so many bytes can be put, before it is paid for; what it returns gives the room back. */
  reserve(hash: string, bytes: number): Promise<() => Promise<void>>;
  /** Returns after the reply is safely on disk. */
  put(reply: ModelReply): Promise<void>;
}
