import { defineConfig } from "kiln";

export default defineConfig({
  name: "tickets",
  task: "Route a message to the support desk of Northbeam, an invoicing app for small businesses, to the team that should answer it first.",
  root: "../..",
  data: { file: "tickets.csv" },
  target: { column: "team" },
  columns: {
    id: { kind: "id", meaning: "Ticket number." },
    created_at: { kind: "date", meaning: "Local time at which the message came in, without a zone.", send: "values" },
    channel: { kind: "category", meaning: "How the message came in, as the agent or the form spelled it.", send: "raw" },
    plan: { kind: "category", meaning: "The customer's plan, typed by hand; empty when nobody knew.", send: "raw" },
    country: { kind: "category", meaning: "The customer's country in many spellings.", send: "raw" },
    language: { kind: "category", meaning: "Language of the message, two letters.", send: "values" },
    device: { kind: "category", meaning: "Device or browser, free text, often missing.", send: "raw" },
    tenure_days: { kind: "number", meaning: "Days since the customer signed up; -1 for people who are no customers yet.", send: "values" },
    attachments: { kind: "number", meaning: "How many files are attached.", send: "values" },
    order_ref: { kind: "text", meaning: "An invoice or order number, if the form had one.", send: "masked" },
    amount: { kind: "text", meaning: "An amount of money as somebody typed it; mostly missing.", send: "values" },
    subject: { kind: "text", meaning: "Subject line; phone notes have one written by the agent.", send: "masked" },
    body: { kind: "text", meaning: "The message, or the agent's note of a call. About a tenth is not in English.", send: "masked" },
  },
  author: { model: "claude", rounds: 2, candidates: 14, normalizers: 4 },
});
