import { allLocales, Faker } from "@faker-js/faker";
import { shown } from "../../generator/data/mask.ts";
import { tagger } from "../../generator/data/mask-key.ts";
import type { Figure } from "../figure.ts";

export const about =
  "500 persons invented by @faker-js/faker (en, de, fr, es, it, nl, pl, pt_BR; fixed seed), each put into sentences of the kinds below, under `send: masked`. Counted is a full name, " +
  "address or number of which not all is masked. Names are found by custom and by a list of given names; the figures say how far that carries, and `send: never` is the way to be sure.";

const codes = ["en", "de", "fr", "es", "it", "nl", "pl", "pt_BR"] as const;

interface Person {
  readonly name: string;
  readonly mail: string;
  readonly phone: string;
  readonly card: string;
  readonly iban: string;
}

const places: readonly {
  readonly what: string;
  readonly text: (person: Person) => string;
  readonly of: keyof Person;
  readonly goal: number;
}[] = [
  { what: "name after `My name is`", text: ({ name }) => `Hello, my name is ${name}. My parcel is late.`, of: "name", goal: 0.01 },
  { what: "name in a greeting", text: ({ name }) => `Dear ${name},\nwe looked into it.`, of: "name", goal: 0.01 },
  { what: "name under a letter", text: ({ name }) => `It broke again.\n\nKind regards,\n${name}`, of: "name", goal: 0.01 },
  { what: "name anywhere in a sentence", text: ({ name }) => `yesterday the parcel for ${name} came back to us`, of: "name", goal: 0.2 },
  {
    what: "name anywhere, in small letters",
    text: ({ name }) => `yesterday the parcel for ${name.toLowerCase()} came back`,
    of: "name",
    goal: 0.2,
  },
  { what: "e-mail address", text: ({ mail }) => `write to ${mail} please`, of: "mail", goal: 0 },
  { what: "phone number", text: ({ phone }) => `call ${phone} after six`, of: "phone", goal: 0 },
  { what: "card number", text: ({ card }) => `my card ${card} was charged`, of: "card", goal: 0 },
  { what: "IBAN", text: ({ iban }) => `send it to ${iban} today`, of: "iban", goal: 0 },
];

/** Masks each person in each place. */
export function run(): Promise<Figure[]> {
  const tag = tagger("bench");
  const persons = people(500);
  return Promise.resolve(
    places.map(({ what, text, of, goal }) => {
      const missed = persons.filter((person) =>
        (shown(text(person), { send: "masked", kind: "text" }, tag) ?? "").toLowerCase().includes(person[of].toLowerCase()),
      );
      const ours = missed.length / persons.length;
      return {
        figure: `${what}: not masked`,
        unit: "share",
        ours,
        peer: null,
        peerName: null,
        ratio: null,
        goal: `<= ${goal}`,
        met: ours <= goal,
      };
    }),
  );
}

function people(count: number): Person[] {
  const fakers = codes.map((code) => new Faker({ locale: [allLocales[code], allLocales.en, allLocales.base], seed: 7 }));
  return Array.from({ length: count }, (_, i) => {
    const faker = fakers[i % fakers.length]!;
    const [first, last] = [faker.person.firstName(), faker.person.lastName()];
    const mail = faker.internet.email({ firstName: first, lastName: last });
    const card = faker.finance.creditCardNumber("4###-####-####-###L");
    return { name: `${first} ${last}`, mail, phone: faker.phone.number(), card, iban: faker.finance.iban({ formatted: true }) };
  });
}
