/** A value that fewer training rows share is never named: it might name a person. */
export const fewestRows = 10;
