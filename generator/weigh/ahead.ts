import pLimit from "p-limit";

/** How many are under way: while the threads are at one, the inputs of the next are made. More would only hold memory. */
const atOnce = 2;

/** Does the same with every item, a little ahead; the answers stand in the order of the items. */
export function ahead<Item, Answer>(items: readonly Item[], work: (item: Item, at: number) => Promise<Answer>): Promise<Answer[]> {
  const limit = pLimit(atOnce);
  return Promise.all(items.map((item, at) => limit(() => work(item, at))));
}
