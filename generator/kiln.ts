export { defineConfig, type UserConfig } from "./config.ts";
export { fromMlRandomForest, mlRow, toMlRandomForest, type MlRandomForest } from "./train/interop.ts";
