/** What the bench asks of the package, which stands in bench's own package.json. */
declare module "@faker-js/faker" {
  type Locale = object;
  export const allLocales: Readonly<Record<string, Locale>> & { readonly en: Locale; readonly base: Locale };
  export class Faker {
    constructor(options: { locale: readonly (Locale | undefined)[]; seed: number });
    readonly person: { firstName(): string; lastName(): string };
    readonly internet: { email(names: { firstName: string; lastName: string }): string };
    readonly finance: { creditCardNumber(form: string): string; iban(options: { formatted: boolean }): string };
    readonly phone: { number(): string };
  }
}
