import { snoozeWords } from '@/lib/client/snooze-words';
import type { ConversationChange, Job } from '@/lib/shared/contract/triage';

type Words = {
  /** "mark 3 as read" */
  act: (what: string) => string;
  /** "Marked 3 as read" */
  did: (what: string) => string;
  /** "Marking as read" */
  doing: string;
};

type Context = { now: number; ownerName: (userId: string) => string };

function wordsOf(change: ConversationChange, { now, ownerName }: Context): Words {
  switch (change.kind) {
    case 'done':
      return marking('done');
    case 'mark':
      return marking(change.isUnread ? 'unread' : 'read');
    case 'open':
      return { act: (what) => `reopen ${what}`, did: (what) => `Reopened ${what}`, doing: 'Reopening' };
    case 'snooze': {
      const until = `until ${snoozeWords(change.until, now)}`;
      return {
        act: (what) => `snooze ${what}`,
        did: (what) => `Snoozed ${what} ${until}`,
        doing: `Snoozing ${until}`,
      };
    }
    case 'star':
      return change.isStarred
        ? { act: (what) => `star ${what}`, did: (what) => `Starred ${what}`, doing: 'Starring' }
        : {
            act: (what) => `remove the star of ${what}`,
            did: (what) => `Removed the star of ${what}`,
            doing: 'Removing stars',
          };
    case 'assign': {
      if (change.userId === null) {
        return {
          act: (what) => `remove the owner of ${what}`,
          did: (what) => `Removed the owner of ${what}`,
          doing: 'Removing owners',
        };
      }
      const to = `to ${ownerName(change.userId)}`;
      return {
        act: (what) => `assign ${what} ${to}`,
        did: (what) => `Assigned ${what} ${to}`,
        doing: `Assigning ${to}`,
      };
    }
    case 'tag':
      return tagging(change);
    case 'delete':
      return { act: (what) => `delete ${what}`, did: (what) => `Deleted ${what}`, doing: 'Deleting' };
  }
}

function tagging({ add, remove }: Extract<ConversationChange, { kind: 'tag' }>): Words {
  const tags = add.length > 0 ? add : remove;
  const these = `${tags.length === 1 ? 'the tag' : 'the tags'} ${tags.join(', ')}`;
  return add.length > 0
    ? {
        act: (what) => `add ${these} to ${what}`,
        did: (what) => `Added ${these} to ${what}`,
        doing: `Adding ${these}`,
      }
    : {
        act: (what) => `remove ${these} of ${what}`,
        did: (what) => `Removed ${these} of ${what}`,
        doing: `Removing ${these}`,
      };
}

function marking(state: string): Words {
  return {
    act: (what) => `mark ${what} as ${state}`,
    did: (what) => `Marked ${what} as ${state}`,
    doing: `Marking as ${state}`,
  };
}

/** What was done, said at once: of one by its name, of many by their number. */
export function didWords(change: ConversationChange, what: string, context: Context): string {
  // Nothing is gone before its time to undo is over.
  if (change.kind === 'delete') return `Deleting ${what}`;
  return wordsOf(change, context).did(what);
}

/** Of all that matches it is not known yet how many they are, nor whether they will be done. */
export function beginningWords(change: ConversationChange, context: Context): string {
  return `${wordsOf(change, context).doing}…`;
}

export function undoneWords(change: ConversationChange, what: string, context: Context): string {
  if (change.kind === 'delete') return `Not deleted: ${what}`;
  const did = wordsOf(change, context).did(what);
  return `Undone: ${did.charAt(0).toLowerCase()}${did.slice(1)}`;
}

export function doingWords(job: Job, context: Context): string {
  return `${job.undoes ? 'Undoing: ' : ''}${wordsOf(job.change, context).doing}`;
}

/** "Could not mark 2 of 5 as read: …": counted, with a reason, which is that of the first. */
export function failedWords(
  change: ConversationChange,
  what: { failed: number; total: number; name: string },
  reason: string,
  context: Context,
): string {
  const these = what.total === 1 ? what.name : `${what.failed} of ${what.total}`;
  return `Could not ${wordsOf(change, context).act(these)}. ${reason}`;
}

export function stoppedWords(job: Job, context: Context): string {
  return `Stopped. ${wordsOf(job.change, context).did(`${job.done} of ${job.total}`)}.`;
}
