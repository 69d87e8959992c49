import 'server-only';

/** Who waits for the answer: a person, a refresh in the background, or an export.. */
export const priorities = ['person', 'refresh', 'bulk'] as const;
export type Priority = (typeof priorities)[number];
