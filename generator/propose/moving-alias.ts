/** A date, or a full version, pins a model id. */
const pinned = /\d{4}-?\d\d-?\d\d|@\d|:[\da-f]{8,}/;

/**
 * Why a model id may mean another model tomorrow; null when nothing says so. Replies on disk do not change, only the answers to new questions.
 *
 * @param answered The id that the endpoint returned.
 */
export function movingAlias(requested: string, answered: string): string | null {
  if (answered !== requested && answered.startsWith(requested) && pinned.test(answered))
    return `${requested} is an alias that moves; it answered as ${answered}: name that in \`author.model\` to keep it`;
  if (answered !== requested) return `${requested} was asked for, ${answered} answered`;
  return /(?:^|[-:])latest$/.test(requested)
    ? `${requested} is an alias that moves: name a dated model in \`author.model\` to keep it`
    : null;
}
