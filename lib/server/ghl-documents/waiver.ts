import 'server-only';

/** Something that a document, or the SDK, gets wrong. What no waiver names is a fault of ours. */
export type Waiver = {
  operations: readonly string[] | 'every';
  /** As in `Departure`; `answer *` is any status. Each place and each operation must be met at least once. */
  where: readonly string[];
  rule: string;
  says: string;
  real: string;
  /** The section of the contract; `GUESS` where nothing was recorded and the document cannot be followed. */
  contract: string;
};
