import { expect, test } from "vitest";
import { editedFiles } from "../../generator/output/edited-files.ts";

/** SHA-256 of "a". */
const hashOfA = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
const manifest = JSON.stringify({
  files: [
    { path: "kept.ts", sha256: hashOfA },
    { path: "edited.ts", sha256: hashOfA },
    { path: "gone.ts", sha256: hashOfA },
  ],
});

test("files that a person changed or added are named, those as emitted are not", () => {
  const files = new Map([
    ["kept.ts", "a"],
    ["edited.ts", "b"],
    ["added.ts", "c"],
    ["manifest.json", manifest],
  ]);
  expect(editedFiles(files)).toStrictEqual(new Set(["edited.ts", "added.ts"]));
});

test.each(["{", "[]", '{"files": [{"path": 1}]}'])("with the manifest %j nothing can be said", (text) => {
  expect(editedFiles(new Map([["manifest.json", text]]))).toBeNull();
});
