/** The row of the good candidates: what a candidate sees of the table of tickets. */
export interface Row {
  readonly subject: string | null;
  readonly body: string | null;
  readonly channel: string | null;
  readonly plan: string | null;
  readonly country: string | null;
  readonly language: string | null;
  readonly device: string | null;
  readonly order_ref: string | null;
  readonly amount: string | null;
  readonly created_at: string | null;
  readonly tenure_days: number | null;
  readonly attachments: number | null;
}
