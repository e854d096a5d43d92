import { expect, test } from "vitest";
import { comment, docComment } from "../../generator/emit/comment.ts";
import { hostile } from "./fixture.ts";

test("text from outside can neither end a comment, break a line, nor become a tag", () => {
  const text = comment(`@ts-nocheck ${hostile}`);
  expect(text).not.toMatch(/\*\/|[\n\r\u2028\u2029\u202e]|(^|\s)@/);
  expect(() => encodeURIComponent(text)).not.toThrow();
});

test("a short text is a comment on one line", () => {
  expect(docComment(["What it says."])).toBe("/** What it says. */");
});

test("paragraphs are wrapped and parted, lists hang", () => {
  expect(docComment(["aaaa bbbb cccc", "- dddd eeee ffff\n- gggg"], 10)).toBe(
    ["/**", " * aaaa bbbb", " * cccc", " *", " * - dddd", " *   eeee", " *   ffff", " * - gggg", " */"].join("\n"),
  );
});
