import { useQueryClient } from '@tanstack/react-query';
import { showToast } from '@/components/ui/toast-store';
import { conversationNow } from '@/lib/client/queries/conversations';
import type { CommandHandlers } from '@/lib/client/shortcuts/handlers';
import { useCommands } from '@/lib/client/shortcuts/use-commands';
import { readListScene } from '@/lib/client/triage/list-scene';
import { isEmpty, noSelection } from '@/lib/client/triage/selection';
import { changeSelection, readSelection } from '@/lib/client/triage/selection-store';
import { type Target, targetOf, toggleOf } from '@/lib/client/triage/targets';
import { type ConversationChange, maxJobIds } from '@/lib/shared/contract/triage';
import { conversationIdIn } from '@/lib/shared/paths';
import { can, type Membership } from '@/lib/shared/permissions';
import type { PickerKind } from './pickers';

type Options = {
  locationId: string;
  membership: Membership;
  act: (target: Target, change: ConversationChange) => void;
  pick: (kind: PickerKind, target: Target) => void;
  undoLatest: () => void;
  /** The list alone. */
  onBack: () => void;
};

/** Done, snooze, read, star, assign, delete and undo, by key and by name, on what is selected, open or under the cursor. */
export function useTriageCommands(options: Options): void {
  const { locationId, membership, act, pick, undoLatest, onBack } = options;
  const queryClient = useQueryClient();

  function target(): Target | null {
    const scene = readListScene(locationId);
    const openId = conversationIdIn(window.location.pathname);
    const open = openId && { id: openId, row: conversationNow(queryClient, locationId, openId) };
    const selection = scene ? readSelection(locationId, scene.search) : noSelection;
    return targetOf(scene, selection, open || null);
  }

  const on = (run: (target: Target) => void) => () => {
    const found = target();
    if (!found) return false;
    if (found.filter || found.ids.length <= maxJobIds) return run(found);
    showToast({
      text: `At most ${maxJobIds} can be selected one by one. “Select all that match” takes any number.`,
    });
  };
  const toggle = (kind: 'done' | 'read' | 'star') =>
    on((found) => act(found, toggleOf(kind, found.rows, Date.now())));
  const ask = (kind: PickerKind) => on((found) => pick(kind, found));

  const marks: CommandHandlers = can(membership, 'conversation:mark')
    ? {
        'conversation.done': toggle('done'),
        'conversation.unread': toggle('read'),
        'conversation.star': toggle('star'),
        'conversation.snooze': ask('snooze'),
        'conversation.assign': ask('assign'),
        undo: undoLatest,
      }
    : {};
  const deletes: CommandHandlers = can(membership, 'conversation:delete')
    ? {
        'conversation.delete': on((found) => {
          if (!found.filter) return pick('delete', found);
          showToast({
            text: 'Only conversations that are listed can be deleted, never all that match. Select them first.',
          });
        }),
      }
    : {};

  /** One step of the ladder: the selection first, then the conversation. */
  function back() {
    const scene = readListScene(locationId);
    if (scene && !isEmpty(readSelection(locationId, scene.search))) {
      return changeSelection(locationId, scene.search, () => noSelection);
    }
    if (conversationIdIn(window.location.pathname) === null) return false;
    onBack();
  }

  useCommands({ ...marks, ...deletes, back });
}
