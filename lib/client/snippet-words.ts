import type { SnippetActs } from '@/lib/shared/contract/snippet';

/** What a snippet does beside its text, each in a few words: "tag vip", "assign to Mika", "mark done". */
export function actWords(acts: SnippetActs, ownerName: (userId: string) => string): string[] {
  return [
    ...acts.addTags.map((tag) => `tag ${tag}`),
    ...(acts.assignTo === null ? [] : [`assign to ${ownerName(acts.assignTo)}`]),
    ...(acts.marksDone ? ['mark done'] : []),
  ];
}

export function hasActs({ addTags, assignTo, marksDone }: SnippetActs): boolean {
  return addTags.length > 0 || assignTo !== null || marksDone;
}

/** The beginning of a text in one line. */
export function firstLine(text: string, maxLength = 160): string {
  return text
    .slice(0, maxLength * 2)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, maxLength);
}

/** Two of one kind in one message: tags of both, and the owner that came last. */
export function joinedActs(one: SnippetActs, other: SnippetActs): SnippetActs {
  return {
    addTags: [...new Set([...one.addTags, ...other.addTags])],
    assignTo: other.assignTo ?? one.assignTo,
    marksDone: one.marksDone || other.marksDone,
  };
}
