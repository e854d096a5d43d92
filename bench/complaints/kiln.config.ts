import { defineConfig } from "kiln";

/** Real rows: a sample of the Consumer Complaint Database of the U.S. Consumer Financial Protection Bureau. The data stays where it is. */
export default defineConfig({
  name: "complaints",
  task: "Tell which financial product a consumer's complaint to the U.S. Consumer Financial Protection Bureau is about, from what is known when it is filed.",
  data: { file: "../../../shared/data/cfpb_complaints/complaints_sample.csv", nulls: ["N/A"] },
  target: {
    column: "Product",
    merge: {
      "Bank account or service": "Checking or savings account",
      "Consumer Loan": "Vehicle loan or lease",
      "Credit card": "Credit card or prepaid card",
      "Payday loan": "Payday loan, title loan, or personal loan",
    },
  },
  columns: {
    "Complaint ID": { kind: "id", meaning: "Number of the complaint." },
    "Date received": { kind: "date", meaning: "Day on which the bureau received the complaint.", send: "values" },
    "Consumer complaint narrative": {
      kind: "text",
      as: "narrative",
      meaning:
        "What happened, in the consumer's words; published only with consent, so missing in three rows of four. The bureau has replaced personal data by XXXX.",
      send: "masked",
    },
    Company: { kind: "category", as: "company", meaning: "The company complained about, as the bureau spells it.", send: "raw" },
    State: { kind: "category", as: "state", meaning: "State of the consumer's postal address, two letters.", send: "values" },
    "ZIP code": { kind: "category", meaning: "Postal code, its last two digits often masked as XX.", send: "shape" },
    Tags: { kind: "category", as: "tags", meaning: "Older American, Servicemember, both or none.", send: "values" },
    "Submitted via": { kind: "category", meaning: "How the complaint reached the bureau.", send: "values" },
  },
  leaks: [
    "Sub-product",
    "Issue",
    "Sub-issue",
    "Company public response",
    "Consumer consent provided?",
    "Date sent to company",
    "Company response to consumer",
    "Timely response?",
    "Consumer disputed?",
  ],
  author: { model: "claude", rounds: 1, candidates: 14, normalizers: 3 },
});
