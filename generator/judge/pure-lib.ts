import { globalDeclarations } from "./subset/globals.ts";
import { library } from "./subset/library.ts";

/** The library declaration that candidates are type-checked against, in place of the compiler's own: it knows the allowed world only. */
export const pureLib: string =
  library
    .map(({ header, members }) => {
      const lines = members.map(([name, signature]) => `  ${signature.startsWith(":") ? "readonly " : ""}${name}${signature};`);
      return `${header} {\n${lines.join("\n")}\n}\n`;
    })
    .join("") + globalDeclarations;
