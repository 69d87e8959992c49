import type { Action } from '@/lib/shared/permissions';

export type CommandGroup = 'Move' | 'Select' | 'Conversation' | 'Views' | 'Write' | 'Parley';

type Command = {
  label: string;
  group: CommandGroup;
  /** `j`, `Shift+J`, `Mod+K` (Ctrl or ⌘), `?`, `G I` (one after the other). The first is the one shown. */
  keys: readonly string[];
  /** Keys that are the list's own: elsewhere they scroll, press or select text. They stay when single keys are off. */
  inList?: readonly string[];
  /** Holding the key goes on and on. Everything else answers a held key once. */
  repeats?: true;
  /** Works while typing too; only keys that write nothing may. */
  whileTyping?: true;
  /** Acts on the selected conversations, else on the open one, else on the one under the cursor. */
  onTarget?: true;
  needs?: Action;
};

/**
 * Every key of the inbox, in one table: it binds them, fills the sheet of `?` and the palette, and gives the tooltips
 * their hints. A test refuses two commands on one key.
 */
export const commands = {
  'list.next': { label: 'Next conversation', group: 'Move', keys: ['J'], repeats: true },
  'list.previous': { label: 'Previous conversation', group: 'Move', keys: ['K'], repeats: true },
  'list.down': { label: 'Down the list', group: 'Move', keys: [], inList: ['ArrowDown'], repeats: true },
  'list.up': { label: 'Up the list', group: 'Move', keys: [], inList: ['ArrowUp'], repeats: true },
  'list.pageDown': { label: 'A screen down', group: 'Move', keys: [], inList: ['PageDown'], repeats: true },
  'list.pageUp': { label: 'A screen up', group: 'Move', keys: [], inList: ['PageUp'], repeats: true },
  'list.first': { label: 'To the top of the list', group: 'Move', keys: [], inList: ['Home'], repeats: true },
  'list.last': { label: 'To the end of the list', group: 'Move', keys: [], inList: ['End'], repeats: true },
  'list.open': { label: 'Open', group: 'Move', keys: ['Enter', 'O'] },
  'message.find': { label: 'Find in the conversation', group: 'Move', keys: ['F'] },
  'message.menu': { label: 'Go through the messages', group: 'Move', keys: ['M'] },
  back: { label: 'Clear the selection, or back to the list', group: 'Move', keys: ['Escape'] },
  'list.search': { label: 'Search by name, phone or email', group: 'Move', keys: ['/'] },
  'go.inbox': { label: 'Go to the inbox', group: 'Move', keys: ['G I'] },
  'go.attention': { label: 'Messages that need attention', group: 'Move', keys: ['G A'] },
  'go.scheduled': { label: 'Scheduled messages', group: 'Move', keys: ['G L'] },
  'go.settings': { label: 'Go to the settings', group: 'Move', keys: ['G S'] },

  'select.toggle': { label: 'Select', group: 'Select', keys: ['X'], inList: ['Space'] },
  'select.next': {
    label: 'Extend downwards',
    group: 'Select',
    keys: ['Shift+J'],
    inList: ['Shift+ArrowDown'],
    repeats: true,
  },
  'select.previous': {
    label: 'Extend upwards',
    group: 'Select',
    keys: ['Shift+K'],
    inList: ['Shift+ArrowUp'],
    repeats: true,
  },
  'select.all': { label: 'Select all that is loaded', group: 'Select', keys: ['Mod+A'] },

  'conversation.done': {
    label: 'Done',
    group: 'Conversation',
    keys: ['E'],
    onTarget: true,
    needs: 'conversation:mark',
  },
  'conversation.snooze': {
    label: 'Snooze',
    group: 'Conversation',
    keys: ['H'],
    onTarget: true,
    needs: 'conversation:mark',
  },
  'conversation.unread': {
    label: 'Mark read or unread',
    group: 'Conversation',
    keys: ['U'],
    onTarget: true,
    needs: 'conversation:mark',
  },
  'conversation.star': {
    label: 'Star or remove the star',
    group: 'Conversation',
    keys: ['S'],
    onTarget: true,
    needs: 'conversation:mark',
  },
  'conversation.assign': {
    label: 'Assign',
    group: 'Conversation',
    keys: ['A'],
    onTarget: true,
    needs: 'conversation:mark',
  },
  'conversation.delete': {
    label: 'Delete',
    group: 'Conversation',
    // On many layouts one of them needs no third key.
    keys: ['#', 'Delete'],
    onTarget: true,
    needs: 'conversation:delete',
  },
  undo: {
    label: 'Undo the latest: an act, or a message that is still held',
    group: 'Conversation',
    keys: ['Z'],
  },

  'view.next': { label: 'Next view', group: 'Views', keys: [']'] },
  'view.previous': { label: 'Previous view', group: 'Views', keys: ['['] },
  'view.1': { label: 'First view', group: 'Views', keys: ['1'] },
  'view.2': { label: 'Second view', group: 'Views', keys: ['2'] },
  'view.3': { label: 'Third view', group: 'Views', keys: ['3'] },
  'view.4': { label: 'Fourth view', group: 'Views', keys: ['4'] },
  'view.5': { label: 'Fifth view', group: 'Views', keys: ['5'] },
  'view.6': { label: 'Sixth view', group: 'Views', keys: ['6'] },
  'view.7': { label: 'Seventh view', group: 'Views', keys: ['7'] },
  'view.8': { label: 'Eighth view', group: 'Views', keys: ['8'] },
  'view.9': { label: 'Ninth view', group: 'Views', keys: ['9'] },

  'message.reply': { label: 'Reply', group: 'Write', keys: ['R'], needs: 'message:send' },
  'message.replyAll': {
    label: 'Reply to all of an email',
    group: 'Write',
    keys: ['Shift+R'],
    needs: 'message:send',
  },
  'message.forward': { label: 'Forward an email', group: 'Write', keys: ['Shift+F'], needs: 'message:send' },
  'message.comment': { label: 'Internal comment', group: 'Write', keys: ['N'], needs: 'message:send' },
  'message.switch': {
    label: 'Switch between reply and comment',
    group: 'Write',
    keys: ['Mod+/'],
    whileTyping: true,
    needs: 'message:send',
  },
  'message.send': {
    label: 'Send',
    group: 'Write',
    keys: ['Mod+Enter'],
    whileTyping: true,
    needs: 'message:send',
  },
  'message.sendDone': {
    label: 'Send and done',
    group: 'Write',
    keys: ['Mod+Shift+Enter'],
    whileTyping: true,
    needs: 'message:send',
  },
  'message.snippet': {
    label: 'Insert snippet',
    group: 'Write',
    keys: ['Mod+;'],
    whileTyping: true,
    needs: 'message:send',
  },
  'message.attach': {
    label: 'Attach files',
    group: 'Write',
    keys: ['Mod+Shift+F'],
    whileTyping: true,
    needs: 'message:send',
  },
  'send.later': {
    label: 'Send later',
    group: 'Write',
    keys: ['Mod+Shift+L'],
    whileTyping: true,
    needs: 'message:send',
  },
  'send.anyway': {
    label: 'Send anyway, although they wrote meanwhile',
    group: 'Write',
    keys: ['Y'],
    needs: 'message:send',
  },
  'conversation.new': {
    label: 'New conversation',
    group: 'Write',
    keys: ['C'],
    needs: 'conversation:create',
  },

  palette: { label: 'All commands', group: 'Parley', keys: ['Mod+K'], whileTyping: true },
  help: { label: 'Keyboard shortcuts', group: 'Parley', keys: ['?'] },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;

export const commandIds = Object.keys(commands) as CommandId[];

export function command(id: CommandId): Command {
  return commands[id];
}
