import { newContactSchema } from '@/lib/shared/contract/contact';

export const contactFields = ['firstName', 'lastName', 'email', 'phone'] as const;
export type ContactField = (typeof contactFields)[number];
export type ContactDraft = Record<ContactField, string>;

const emptyDraft: ContactDraft = { firstName: '', lastName: '', email: '', phone: '' };

/** What was typed to find somebody, where it belongs when they are to be made. */
export function draftOfWords(words: string): ContactDraft {
  const text = words.trim();
  if (text.includes('@')) return { ...emptyDraft, email: text };
  if (/^[+\d][\d\s().\-/]{2,}$/.test(text)) return { ...emptyDraft, phone: text };
  const [firstName = '', ...rest] = text.split(/\s+/);
  return { ...emptyDraft, firstName, lastName: rest.join(' ') };
}

export type ContactProblems = Partial<Record<ContactField, string>>;

/** The first problem of each field, in the server's own words. */
export function problemsOf(draft: ContactDraft): ContactProblems {
  const parsed = newContactSchema.safeParse(draft);
  const problems: ContactProblems = {};
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = contactFields.find((name) => name === path[0]);
    if (field) problems[field] ??= message;
  }
  return problems;
}
