import 'server-only';

/** One place where reality is not as the official document says. */
export type Departure = {
  /** The name of the operation in the document, or method and path where there is none. */
  operation: string;
  /** `request body /status`, `request query limit`, `answer 200 /conversations/x/email`: `*` for a place in a list. */
  where: string;
  /** What is departed from: `required`, `type`, `enum`, `status`, `field` (one that is not named) and so on. */
  rule: string;
  detail: string;
};

/** The same departure many times in one list of rows is one. */
export function distinct(departures: Departure[]): Departure[] {
  const seen = new Map(departures.map((one) => [`${one.operation} ${one.where} ${one.rule}`, one]));
  return [...seen.values()];
}
