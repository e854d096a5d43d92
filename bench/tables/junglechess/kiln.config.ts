import { defineConfig } from "kiln";
import { tableConfig } from "../table-config.ts";

export default defineConfig(tableConfig("junglechess"));
