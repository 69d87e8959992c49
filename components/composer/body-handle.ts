/** What the frame of the composer can do with the text, be it a plain box or an editor. */
export type BodyHandle = {
  focus: () => void;
  /** At the caret, instead of what is selected. */
  insert: (text: string) => void;
  /** The first place where these words stand. */
  select: (words: string) => void;
};
