import type { DraftSeed } from '@/lib/shared/contract/draft';
import type { Message } from '@/lib/shared/contract/message';
import type { ThreadNames } from './message-words';

/** What every row of a thread may need to know about the thread around it. */
export type ThreadScene = {
  locationId: string;
  conversationId: string;
  openInGhlUrl: string;
  contactName: string;
  /** Whether the contact can be written an email. */
  hasEmail: boolean;
  names: ThreadNames;
  now: number;
  canSend: boolean;
  /** Mails, transcripts and folded events that someone opened or closed: kept here, for rows outside the view do not exist. */
  toggledMails: ReadonlyMap<string, boolean>;
  onToggleMail: (key: string, isOpen: boolean) => void;
  /** By its address. */
  onOpenImage: (href: string) => void;
  /** A message of this thread, as far as it is loaded. */
  findMessage: (messageId: string) => Message | null;
  /** A moment to come, in the location's zone and, where that is another, in the viewer's too. */
  whenWords: (at: number) => string;
  /** Puts what was not delivered into the composer. */
  onEditSend: (content: DraftSeed) => void;
};
