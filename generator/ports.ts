import type { LanguageModel, ModelRequest, ReplyStore } from "./asking.ts";
import type { Trainer } from "./learning.ts";
import type { Sandbox } from "./types.ts";

/** What a run hears of itself: the stage under way, and its result when it is done. */
export interface StageNews {
  readonly stage: string;
  readonly text: string;
  readonly done: boolean;
}

/** What is outside of a run. */
export interface Ports {
  readonly store: ReplyStore;
  /** Null without a key: then only recorded replies answer. */
  readonly live: LanguageModel | null;
  readonly sandbox: Sandbox;
  readonly trainer: Trainer;
  readonly onStage: (news: StageNews) => void;
  /** Hears of every question before it is answered. */
  readonly onRequest: (request: ModelRequest) => void;
}
