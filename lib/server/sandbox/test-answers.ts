import 'server-only';

/** `hasFaults`: faults were ordered, so that the answer may be one of them. */
export type TestAnswer = {
  method: string;
  url: string;
  hasFaults: boolean;
  status: number;
  headers: Headers;
  body: unknown;
};

/** Where a test sandbox tells what it answered. Whoever checks answers listens there; the sandbox knows nobody. */
export const answerChannel = 'parley.sandbox.answer';
