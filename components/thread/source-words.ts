import type { Message } from '@/lib/shared/contract/message';
import type { ThreadNames } from './message-words';

/** What or who made a message, as far as GHL and our own record tell (CONTRACT 1.4). */
export function sourceWords(message: Message, names: ThreadNames): string {
  const author = names.authors[message.id];
  if (author) return `${author}, from Parley`;
  const user = message.userId === null ? undefined : names.users.get(message.userId);
  const made = message.source === null ? null : (sources[message.source] ?? message.source);
  if (user) return made && message.source !== 'app' ? `${user}, ${made}` : `${user}, in GoHighLevel`;
  if (message.direction === 'inbound') return 'The contact';
  return made ?? 'GoHighLevel does not say';
}

const sources: Record<string, string> = {
  app: 'A person in GoHighLevel',
  api: 'An integration (API)',
  workflow: 'A workflow',
  campaign: 'A campaign',
  bulk_actions: 'A bulk action',
};
