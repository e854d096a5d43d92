/**
 * What the checks must know of a method besides its type:
 * `mutates` changes its receiver; `returnsReceiver` hands the receiver itself back; `fresh` answers a new array that nobody else holds;
 * `live` answers an iterator that sees later changes; `position` answers a number from −1 to the length, or a character's code;
 * `elements` calls its callback for each element; `substitutes` may answer a longer text; `multiplies` may answer a text or list several
 * times as long; `noGlobal` asks for regular expressions without the g flag, `needsGlobal` for such with it.
 */
export type Trait =
  "mutates" | "returnsReceiver" | "fresh" | "live" | "position" | "elements" | "substitutes" | "multiplies" | "noGlobal" | "needsGlobal";

/** One member as the declaration prints it: name, the rest of its signature, what else is known of it. */
export type Member = readonly [name: string, signature: string, ...traits: Trait[]];
