import type { Row } from "../row.ts";

type Topic = "login" | "money" | "parcel";

const TOPICS: readonly Topic[] = ["login", "money", "parcel"];
const WORDS: Record<Topic, string[]> = {
  login: ["password", "sign in"],
  money: ["refund", "charge"],
  parcel: ["delivery", "tracking"],
};

/** The topic with the highest score. */
export function score_record(row: Row): Topic | null {
  const text = (row.body ?? "").toLowerCase();
  const scores: Record<Topic, number> = { login: 0, money: 0, parcel: 0 };
  for (const topic of TOPICS) {
    for (const word of WORDS[topic]) {
      if (text.includes(word)) scores[topic] += 1;
    }
  }
  let best: Topic | null = null;
  for (const topic of TOPICS) {
    if (scores[topic] > 0 && (best === null || scores[topic] > scores[best])) best = topic;
  }
  return best;
}
